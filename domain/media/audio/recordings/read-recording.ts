import { mediaName } from '#domain/media/files/media-name.ts'
import { tooManyBytes } from '#domain/media/files/too-many-bytes.ts'
import { ExpectedError } from '#errors/expected-error.ts'
import { mp3Facts } from './mp3-frames.ts'
import { otherSoundFormat } from './sound-format.ts'

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
/* A second at the end may be missing from what an encoder announced; a lost tenth is a cut. */
const LEAST_COMPLETENESS = 0.9

/**
 * Reads an MP3, whatever its name claims: every browser, phone and podcast player plays it.
 * @throws ExpectedError `media` when it is not accepted
 */
export function readRecording(bytes: Buffer): RecordingFile {
  if (bytes.length === 0) throw new ExpectedError('media.empty')
  if (bytes.length > MAX_BYTES) throw tooManyBytes(bytes.length, MAX_BYTES)
  const seconds = durationOf(bytes)
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

function durationOf(bytes: Buffer): number {
  const format = otherSoundFormat(bytes)
  if (format) throw new ExpectedError('media.otherSound', { format })
  const facts = mp3Facts(bytes)
  if (!facts) throw new ExpectedError('media.unknownFormat.recording')
  if (facts.completeness < LEAST_COMPLETENESS) throw new ExpectedError('media.damaged.recordingCut')
  const isDamaged = facts.seconds < LEAST_SECONDS || facts.strayBytes > mostStray(bytes.length)
  if (isDamaged) throw new ExpectedError('media.damaged.recording')
  return facts.seconds
}

/* Tags of unknown kinds lie around the frames, and are small beside the sound. */
const mostStray = (bytes: number) => Math.min(Math.max(64 * 1024, bytes * 0.05), bytes * 0.5)
