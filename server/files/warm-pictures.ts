import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isMediaName } from '#domain/media/files/media-name.ts'
import { mediaStore } from '#domain/media/files/media-store.ts'
import { warmRenditions } from '#domain/media/pictures/renditions.ts'
import { log } from '#server/log.ts'

const FIRST_REST_MS = 5_000
const MAX_REST_MS = 5_000

/**
 * Makes the renditions in the background that no reader has asked for yet. It rests as long as it worked, so that a
 * small machine serves readers meanwhile, and stops on the signal.
 */
export async function warmPictures(dataDir: string, signal: AbortSignal): Promise<void> {
  try {
    await sleep(FIRST_REST_MS, undefined, { signal, ref: false })
    let made = 0
    for (const name of await storedNames(dataDir)) {
      const begun = Date.now()
      const some = await warmRenditions(dataDir, [name], { signal })
      made += some
      if (signal.aborted) return
      if (some > 0) await sleep(Math.min(Date.now() - begun, MAX_REST_MS), undefined, { signal, ref: false })
    }
    log.info({ made }, 'Pictures are ready')
  } catch (error) {
    if (signal.aborted) return
    /* Every rendition is made when a reader asks for it, at the latest. */
    log.warn({ err: error }, 'Preparing pictures ahead was given up')
  }
}

async function storedNames(dataDir: string): Promise<string[]> {
  const names: string[] = []
  for await (const { name } of mediaStore(dataDir).list('originals')) names.push(path.parse(name).name)
  return names.filter(isMediaName)
}
