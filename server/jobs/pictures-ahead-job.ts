import { contentVersion } from '#db/content-version.ts'
import { newestPictureIds } from '#db/queries/picture-uses.ts'
import { thisProcess } from '#domain/editorial/jobs/this-process.ts'
import { whileHoldingAhead } from '#domain/media/ahead/lease.ts'
import { makeAhead } from '#domain/media/ahead/make-ahead.ts'
import { PicturesAhead } from '#domain/media/ahead/pictures-ahead.ts'
import { AheadLog } from './ahead-log.ts'
import type { Job } from './start-jobs.ts'

const EVERY_MS = 5_000
/* Where another process makes them, it is enough to look now and then whether it still does. */
const REFUSED_MS = 60_000

type Options = {
  /** Of how many of the newest pictures all sizes are made. */
  most: number
  missing: (fileNames: string[]) => Promise<string[]>
  /** Makes a file when nobody asks for one; false when there is no original. */
  make: (fileName: string) => Promise<boolean>
  /** Waits until the portal has time for the next file; `workedMs` is the duration of the last one. */
  rest: (workedMs: number, signal: AbortSignal) => Promise<void>
  /** Files that are made before all others, once: what the fronts show. */
  first?: () => Promise<string[]>
  holder?: string
}

/**
 * Makes sizes of pictures before anybody asks for them, newest publications first. It looks again after each change of
 * what readers see and after each upload. One process of several does it.
 */
export function picturesAheadJob({ most, missing, make, rest, first, holder = thisProcess }: Options): Job {
  const ahead = new PicturesAhead(most)
  const finished = new Set<string>()
  const log = new AheadLog()
  let done: string | null = null
  let isFirstDone = first === undefined
  let refusedAt = Number.NEGATIVE_INFINITY

  return {
    name: 'pictures-ahead',
    everyMs: EVERY_MS,
    run: async (now, signal) => {
      const [newest] = await newestPictureIds(1)
      const state = `${contentVersion()} ${newest}`
      if (state === done || performance.now() - refusedAt < REFUSED_MS) return
      const isHeld = await whileHoldingAhead(holder, async lost => {
        const both = AbortSignal.any([signal, lost])
        if (!isFirstDone && first) await makeFirst(first, both)
        isFirstDone = true
        const progress = await makeAhead(await ahead.list(now), {
          missing,
          make: paced(both),
          signal: both,
          finished,
          onProgress: log.note,
          onFault: log.fault,
        })
        if (both.aborted) return
        log.end(progress)
        done = state
      })
      if (!isHeld) refusedAt = performance.now()
    },
  }

  async function makeFirst(files: () => Promise<string[]>, signal: AbortSignal): Promise<void> {
    const makeOne = paced(signal)
    for (const fileName of await missing(await files())) {
      if (signal.aborted) return
      await makeOne(fileName).catch(error => log.fault(fileName, error))
    }
  }

  function paced(signal: AbortSignal) {
    let workedMs = 0
    return async (fileName: string) => {
      await rest(workedMs, signal)
      if (signal.aborted) throw signal.reason
      const begun = performance.now()
      try {
        return await make(fileName)
      } finally {
        workedMs = performance.now() - begun
      }
    }
  }
}
