import { renditionNames } from '#domain/media/pictures/rendition-name.ts'
import { missingRenditions } from '#domain/media/pictures/renditions.ts'
import type { PictureAhead } from './pictures-ahead.ts'

export type AheadCounts = { pictures: number; files: number; left: number }

/** Counts the files that are made ahead of these pictures, and those of them that are still to be made. */
export async function countAhead(dataDir: string, pictures: readonly PictureAhead[]): Promise<AheadCounts> {
  const counts = { pictures: pictures.length, files: 0, left: 0 }
  for (const { name, width, sizes } of pictures) {
    const names = renditionNames(name, width, sizes)
    counts.files += names.length
    counts.left += (await missingRenditions(dataDir, names)).length
  }
  return counts
}
