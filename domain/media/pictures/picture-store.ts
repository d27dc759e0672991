import type { RecordingFile } from '#domain/media/audio/recordings/read-recording.ts'
import { isMediaName } from '#domain/media/files/media-name.ts'
import { mediaStore } from '#domain/media/files/media-store.ts'
import { storedFile } from '#domain/media/files/stored-file.ts'
import type { VideoFile } from '#domain/media/video/read-video.ts'
import { type PictureExtension, type PictureFile, pictureExtensions } from './read-picture.ts'

/** Stores the original. The name is the hash of the content, so an existing file is not written again. */
export async function storeOriginal(dataDir: string, file: PictureFile): Promise<void> {
  await store(dataDir, file)
}

/** Stores a video unchanged. */
export async function storeVideo(dataDir: string, file: VideoFile): Promise<void> {
  await store(dataDir, file)
}

/** Stores a recording unchanged. */
export async function storeRecording(dataDir: string, file: RecordingFile): Promise<void> {
  await store(dataDir, file)
}

async function store(dataDir: string, file: PictureFile | VideoFile | RecordingFile): Promise<void> {
  const media = mediaStore(dataDir)
  const name = storedFile(file)
  if (!(await media.stat(name))) await media.put(name, file.content)
}

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
