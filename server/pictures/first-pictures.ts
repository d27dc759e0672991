import os from 'node:os'
import type { Renderer } from '#server/rendering/renderer.ts'
import { encodeBeside } from './encode-beside.ts'
import type { EncoderSettings } from './encoder-messages.ts'
import { frontPictures } from './front-pictures.ts'

/* A picture that is not ready then is made when readers ask for it; the portal has to start. */
const MAX_MS = 90_000

/**
 * Makes the pictures of the fronts with all processors, before anybody sees them: at the very first start there is
 * nobody whom it could hold up, and the first look decides.
 */
export async function makeFirstPictures(
  renderer: Renderer,
  options: Omit<EncoderSettings, 'niceness'> & { file: string },
): Promise<void> {
  const begun = Date.now()
  const encoder = encodeBeside({ ...options, niceness: 0 })
  try {
    const fileNames = await encoder.run('missing', { fileNames: await frontPictures(renderer) })
    process.stdout.write(`Making ${fileNames.length} pictures of its fronts…\n`)
    const rest = fileNames.values()
    const makeEach = async () => {
      for (const fileName of rest) {
        if (Date.now() - begun > MAX_MS) return
        await encoder.run('rendition', { fileName })
      }
    }
    await Promise.all(Array.from({ length: os.availableParallelism() }, makeEach))
    process.stdout.write(`They are there after ${Math.round((Date.now() - begun) / 1000)} s\n`)
  } finally {
    encoder.close()
  }
}
