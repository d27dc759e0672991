import { mediaName } from '#domain/media/files/media-name.ts'
import { sniffVideo } from '#domain/media/files/sniff.ts'
import { tooManyBytes } from '#domain/media/files/too-many-bytes.ts'
import { ExpectedError } from '#errors/expected-error.ts'
import { readIsoMedia } from './iso-media.ts'
import { readWebm } from './webm.ts'

/** A video that was accepted, ready to be stored unchanged. */
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

/**
 * Reads the head of a video file, whatever its name claims.
 * @throws ExpectedError `media` when it is not accepted
 */
export function readVideo(bytes: Buffer): VideoFile {
  if (bytes.length === 0) throw new ExpectedError('media.empty')
  if (bytes.length > MAX_VIDEO_BYTES) throw tooManyBytes(bytes.length, MAX_VIDEO_BYTES)
  const extension = sniffVideo(bytes)
  if (!extension) throw new ExpectedError('media.unknownFormat.video')
  const facts = extension === 'mp4' ? readIsoMedia(bytes) : readWebm(bytes)
  if (!facts) throw new ExpectedError('media.damaged.video')
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
