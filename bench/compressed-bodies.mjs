import { setTimeout as sleep } from 'node:timers/promises'
import { fetchPage } from './load/fetch-page.mjs'

/* The portal compresses a page better once it has been requested again. Both sides must send those bytes. */
const RESTS_MS = [0, 200, 1500, 1500]

/** The final bodies of a page in each coding, after the portal has compressed it at full quality. */
export async function compressedBodies(url) {
  const bodies = {}
  for (const rest of RESTS_MS) {
    await sleep(rest)
    for (const coding of ['br', 'gzip']) {
      const { status, headers, body } = await fetchPage(url, { headers: { 'Accept-Encoding': coding } })
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
