import { isbot } from 'isbot'

/* Every page asks this, each answer of isbot costs some microseconds, and readers share few browsers. */
const MAX_REMEMBERED = 2000
/* No browser has a longer name, and a longer text from a stranger is not worth the memory. */
const MAX_LENGTH = 512

const remembered = new Map<string, boolean>()

/** Whether a machine is reading, by its User-Agent. A client without one counts as a machine. */
export function isCrawler(userAgent: string | undefined): boolean {
  if (!userAgent || userAgent.length > MAX_LENGTH) return true
  const known = remembered.get(userAgent)
  if (known !== undefined) return known
  const answer = isbot(userAgent)
  if (remembered.size >= MAX_REMEMBERED) remembered.clear()
  remembered.set(userAgent, answer)
  return answer
}
