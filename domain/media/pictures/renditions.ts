import sharp from 'sharp'
import { mediaStore } from '#domain/media/files/media-store.ts'
import { encodeRendition } from './encode-rendition.ts'
import { findOriginal, renditionFile } from './picture-store.ts'
import { MAX_PIXELS } from './read-picture.ts'
import { parseRenditionName, renditionMime, widthsFor } from './rendition-name.ts'

/** `file` is its name among the media. */
export type Rendition = { file: string; mime: string; bytes: number }

/** A rendition that was made before; null when there is none, or when the name is no rendition. */
export async function storedRendition(dataDir: string, fileName: string): Promise<Rendition | null> {
  const request = parseRenditionName(fileName)
  if (!request) return null
  const file = renditionFile(fileName)
  const stored = await mediaStore(dataDir).stat(file)
  return stored && { file, mime: renditionMime(request.format), bytes: stored.bytes }
}

/**
 * A rendition, made if it is not stored yet. Null when the name is no rendition, the original is unknown, or the width
 * is not offered for it: nobody can fill the disk by asking for every width.
 */
export async function makeRendition(dataDir: string, fileName: string): Promise<Rendition | null> {
  const request = parseRenditionName(fileName)
  if (!request) return null
  const stored = await storedRendition(dataDir, fileName)
  if (stored) return stored
  const media = mediaStore(dataDir)
  const original = await findOriginal(dataDir, request.name)
  if (!original) return null
  const content = await media.onDisk(original.file, async path =>
    widthsFor(await widthOf(path)).includes(request.width)
      ? encodeRendition(path, original.extension === 'svg' ? 'art' : 'photo', request)
      : null,
  )
  if (content === null) return null
  const file = renditionFile(fileName)
  await media.put(file, content)
  return { file, mime: renditionMime(request.format), bytes: content.length }
}

/** Those of the renditions that were not made yet, in the same order. */
export async function missingRenditions(dataDir: string, fileNames: readonly string[]): Promise<string[]> {
  const media = mediaStore(dataDir)
  const missing: string[] = []
  for (const fileName of fileNames) if (!(await media.stat(renditionFile(fileName)))) missing.push(fileName)
  return missing
}

/** The width as seen, turned by EXIF. */
async function widthOf(path: string): Promise<number> {
  const { autoOrient } = await sharp(path, { limitInputPixels: MAX_PIXELS }).metadata()
  return autoOrient.width
}
