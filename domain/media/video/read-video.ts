import { MediaError } from '#domain/media/files/media-error.ts'
import { mediaName } from '#domain/media/files/media-name.ts'
import { sniffVideo } from '#domain/media/files/sniff.ts'
import { readIsoMedia } from './iso-media.ts'
import { readWebm } from './webm.ts'

/** A video that was recognised, ready to be stored as it came. */
export type VideoFile = {
  kind: 'video'
  name: string
  mime: string
  extension: 'mp4' | 'webm'
  width: number
  height: number
  seconds: number
  bytes: number
  content: Buffer
}

const MAX_VIDEO_BYTES = 512 * 1024 * 1024

/** Reads the head of a video file, whatever its name claims. Throws MediaError when it is not one that we take. */
export function readVideo(bytes: Buffer): VideoFile {
  if (bytes.length === 0) throw new MediaError('empty', 'The file is empty')
  if (bytes.length > MAX_VIDEO_BYTES) {
    throw new MediaError('too-many-bytes', `A video may have ${MAX_VIDEO_BYTES} bytes, not ${bytes.length}`)
  }
  const extension = sniffVideo(bytes)
  if (!extension) throw new MediaError('unknown-format', 'Not an MP4 or WebM video')
  const facts = extension === 'mp4' ? readIsoMedia(bytes) : readWebm(bytes)
  if (!facts) throw new MediaError('damaged', 'The video does not say its size and duration')
  return {
    kind: 'video',
    name: mediaName(bytes),
    mime: `video/${extension}`,
    extension,
    ...facts,
    bytes: bytes.length,
    content: bytes,
  }
}
