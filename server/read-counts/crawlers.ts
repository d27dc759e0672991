import { isbot } from 'isbot'

/* Each answer costs some microseconds, readers share few browsers, and this is asked for every page. */
const MOST_REMEMBERED = 2000
/* No browser says so much about itself, and what a stranger sends is not worth the memory. */
const LONGEST = 512

const remembered = new Map<string, boolean>()

/** Whether a machine is reading, by what it calls itself; who calls itself nothing is one. */
export function isCrawler(userAgent: string | undefined): boolean {
  if (!userAgent || userAgent.length > LONGEST) return true
  const known = remembered.get(userAgent)
  if (known !== undefined) return known
  const answer = isbot(userAgent)
  if (remembered.size >= MOST_REMEMBERED) remembered.clear()
  remembered.set(userAgent, answer)
  return answer
}
