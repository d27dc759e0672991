import { setTimeout as sleep } from 'node:timers/promises'
import { ask } from './load/ask.mjs'

/* The portal compresses again, better, once a page was asked for again; both sides must send those bytes. */
const RESTS_MS = [0, 200, 1500, 1500]

/** What the portal sends for a page, by coding, once it has settled. */
export async function storedBodies(url) {
  const bodies = {}
  for (const rest of RESTS_MS) {
    await sleep(rest)
    for (const coding of ['br', 'gzip']) {
      const { status, headers, body } = await ask(url, { headers: { 'Accept-Encoding': coding } })
      if (status !== 200 || headers['content-encoding'] !== coding) {
        throw new Error(
          `${url} answers ${status} in ${headers['content-encoding'] ?? 'no coding'}, not 200 in ${coding}`,
        )
      }
      bodies[coding] = body
    }
  }
  return bodies
}
