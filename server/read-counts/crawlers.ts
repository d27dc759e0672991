import { isbot } from 'isbot'

/* Every page asks this, each answer of isbot costs some microseconds, and readers share few browsers. */
const MOST_REMEMBERED = 2000
/* No browser has a longer name, and a longer text from a stranger is not worth the memory. */
const LONGEST = 512

const remembered = new Map<string, boolean>()

/** Whether a machine is reading, by its User-Agent. A client without one counts as a machine. */
export function isCrawler(userAgent: string | undefined): boolean {
  if (!userAgent || userAgent.length > LONGEST) return true
  const known = remembered.get(userAgent)
  if (known !== undefined) return known
  const answer = isbot(userAgent)
  if (remembered.size >= MOST_REMEMBERED) remembered.clear()
  remembered.set(userAgent, answer)
  return answer
}
