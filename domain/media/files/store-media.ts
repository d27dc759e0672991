import type { RecordingFile } from '#domain/media/audio/recordings/read-recording.ts'
import type { PictureFile } from '#domain/media/pictures/read-picture.ts'
import type { VideoFile } from '#domain/media/video/read-video.ts'
import { mediaStore } from './media-store.ts'
import { storedFile } from './stored-file.ts'

/** A supplied file that was read and accepted. */
export type MediaFile = PictureFile | VideoFile | RecordingFile

/** Stores a file unchanged. The name is the hash of the content, so an existing file is not written again. */
export async function storeMedia(dataDir: string, file: MediaFile): Promise<void> {
  const media = mediaStore(dataDir)
  const name = storedFile(file)
  if (!(await media.stat(name))) await media.put(name, file.content)
}
