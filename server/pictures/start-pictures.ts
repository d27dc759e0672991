import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { picturesAheadJob } from '#server/jobs/pictures-ahead-job.ts'
import type { Job } from '#server/jobs/start-jobs.ts'
import { log } from '#server/log.ts'
import type { Renderer } from '#server/rendering/renderer.ts'
import { encodeBeside } from './encode-beside.ts'
import { makeFirstPictures } from './first-pictures.ts'
import { frontPictures } from './front-pictures.ts'
import { measureOwnLoad, restAfter } from './own-load.ts'
import { Pictures } from './pictures.ts'

/* As the operating system counts: such a process runs when no other wants the processor. */
const LOWEST_PRIORITY = 19
const LOOK_AGAIN_MS = 50

type Options = {
  root: string
  dataDir: string
  renderer: Renderer
  /** Of how many of the newest pictures all sizes are made ahead. */
  most: number
  /** Pages that wait to be rendered. */
  pagesWaiting: () => number
}

/** Everything that makes pictures in this process. */
export function startPictures({ root, dataDir, renderer, most, pagesWaiting }: Options) {
  const encoding = {
    file: path.join(root, 'dist/server/picture-encoder.js'),
    dataDir,
    fontsDir: path.join(root, 'domain/distribution/share-images/fonts'),
  }
  const encoder = encodeBeside({ ...encoding, niceness: LOWEST_PRIORITY })
  const busyCores = measureOwnLoad()
  const restMs = (workedMs: number) => restAfter(workedMs, busyCores())
  const pictures = new Pictures(dataDir, encoder, { restMs })

  const rest = async (workedMs: number, signal: AbortSignal) => {
    await sleep(restMs(workedMs), undefined, { signal }).catch(() => undefined)
    while (pagesWaiting() > 0 && !signal.aborted) await sleep(LOOK_AGAIN_MS)
  }

  return {
    pictures,
    close: encoder.close,
    /** Makes the pictures of the fronts at once, with all processors, after the very first seeding. */
    makeFirst: async (): Promise<void> => {
      if (most === 0) return
      await makeFirstPictures(renderer, encoding).catch(error =>
        log.warn({ err: error }, 'The pictures of the fronts could not be made ahead'),
      )
    },
    /** The job that makes pictures ahead; none when the settings want none. */
    jobs: (): Job[] =>
      most === 0
        ? []
        : [
            picturesAheadJob({
              ...{ most, rest },
              missing: fileNames => pictures.missing(fileNames),
              make: fileName => pictures.ahead(fileName),
              first: () => frontPictures(renderer),
            }),
          ],
  }
}
