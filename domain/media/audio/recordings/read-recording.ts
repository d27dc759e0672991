import { parseBuffer } from 'music-metadata'
import { mediaName } from '#domain/media/files/media-name.ts'
import { tooManyBytes } from '#domain/media/files/too-many-bytes.ts'
import { ExpectedError } from '#errors/expected-error.ts'

/** A recording that was accepted, ready to be stored unchanged. */
export type RecordingFile = {
  kind: 'audio'
  name: string
  mime: 'audio/mpeg'
  extension: 'mp3'
  /** A sound has no size to be seen. */
  width: 0
  height: 0
  seconds: number
  bytes: number
  content: Buffer
}

const MAX_BYTES = 256 * 1024 * 1024
const MAX_HOURS = 4
/* Shorter is no reading of anything, but a file that was cut off. */
const LEAST_SECONDS = 0.2

/**
 * Reads an MP3, whatever its name claims: every browser, phone and podcast player plays it.
 * @throws ExpectedError `media` when it is not accepted
 */
export async function readRecording(bytes: Buffer): Promise<RecordingFile> {
  if (bytes.length === 0) throw new ExpectedError('media.empty')
  if (bytes.length > MAX_BYTES) throw tooManyBytes(bytes.length, MAX_BYTES)
  const seconds = await durationOf(bytes)
  if (seconds > MAX_HOURS * 3600) throw new ExpectedError('media.tooLong', { hours: MAX_HOURS })
  return {
    kind: 'audio',
    name: mediaName(bytes),
    mime: 'audio/mpeg',
    extension: 'mp3',
    width: 0,
    height: 0,
    seconds,
    bytes: bytes.length,
    content: bytes,
  }
}

async function durationOf(bytes: Buffer): Promise<number> {
  const options = { duration: true, skipCovers: true }
  const found = await parseBuffer(bytes, { mimeType: 'audio/mpeg', size: bytes.length }, options).catch(
    () => null,
  )
  const { codec = '', container = '', duration = 0, sampleRate } = found?.format ?? {}
  const isMp3 = container === 'MPEG' && /^MPEG (?:1|2|2\.5) Layer 3$/i.test(codec)
  if (!isMp3 || !isLikeMp3(bytes)) throw new ExpectedError('media.unknownFormat.recording')
  if (sampleRate === undefined || duration < LEAST_SECONDS) throw new ExpectedError('media.damaged.recording')
  return duration
}

/* A tag or a frame comes first; the parser would search a whole text file for something like a frame. */
function isLikeMp3(bytes: Buffer): boolean {
  if (bytes.subarray(0, 3).toString('latin1') === 'ID3') return true
  return bytes.length > 4 && bytes.readUInt8(0) === 0xff && (bytes.readUInt8(1) & 0xe6) === 0xe2
}
