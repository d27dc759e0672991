import sharp from 'sharp'
import { makeRendition, missingRenditions } from '#domain/media/pictures/renditions.ts'
import { type AheadProgress, type AheadWork, makeAhead } from './make-ahead.ts'
import type { PictureAhead } from './pictures-ahead.ts'

/** Makes what is missing of these pictures in this process, several at once. */
export function makeHere(
  dataDir: string,
  pictures: readonly PictureAhead[],
  options: Omit<AheadWork, 'make' | 'missing'> & { atOnce: number },
): Promise<AheadProgress> {
  /* A thread for each of several files is faster than several threads for one. */
  sharp.concurrency(1)
  sharp.cache(false)
  return makeAhead(pictures, {
    ...options,
    missing: fileNames => missingRenditions(dataDir, fileNames),
    make: async fileName => (await makeRendition(dataDir, fileName)) !== null,
  })
}
