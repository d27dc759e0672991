import { isMediaName } from '#domain/media/files/media-name.ts'
import { mediaStore } from '#domain/media/files/media-store.ts'
import { storedFile } from '#domain/media/files/stored-file.ts'
import { type PictureExtension, pictureExtensions } from './read-picture.ts'

/** The original of a picture, by its name among the media; null when it was never stored. */
export async function findOriginal(
  dataDir: string,
  name: string,
): Promise<{ file: string; extension: PictureExtension } | null> {
  if (!isMediaName(name)) return null
  const media = mediaStore(dataDir)
  for (const extension of pictureExtensions) {
    const file = storedFile({ kind: 'image', name, extension })
    if (await media.stat(file)) return { file, extension }
  }
  return null
}

/**
 * The path of a rendition among the media, in folders by the first two digits, because one flat folder becomes slow.
 */
export function renditionFile(fileName: string): string {
  return `renditions/${fileName.slice(0, 2)}/${fileName}`
}
