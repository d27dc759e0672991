import type { NewMedia } from '#db/queries/writing/media.ts'
import type { ArtSpec } from '#domain/media/art/draw-art.ts'
import { type RecordingFile, readRecording } from '#domain/media/audio/recordings/read-recording.ts'
import { storeOriginal, storeRecording, storeVideo } from '#domain/media/pictures/picture-store.ts'
import { artPicture, type PictureFile, readPicture } from '#domain/media/pictures/read-picture.ts'
import { readVideo, type VideoFile } from '#domain/media/video/read-video.ts'

type KeepOptions = {
  /** Checks the file, but stores nothing. */
  dryRun?: boolean
  now?: Date
}

/**
 * Stores a supplied picture and describes it for its row.
 * @throws ExpectedError `media` when the file is not accepted as a picture
 */
export async function keepPicture(
  dataDir: string,
  bytes: Buffer,
  sourceName: string,
  options: KeepOptions = {},
): Promise<NewMedia> {
  const file = await readPicture(bytes)
  if (!options.dryRun) await storeOriginal(dataDir, file)
  return rowOf(file, { sourceName, art: null, now: options.now })
}

/**
 * Stores a supplied video and describes it for its row.
 * @throws ExpectedError `media` when the file is not accepted as a video
 */
export async function keepVideo(
  dataDir: string,
  bytes: Buffer,
  sourceName: string,
  options: KeepOptions = {},
): Promise<NewMedia> {
  const file = readVideo(bytes)
  if (!options.dryRun) await storeVideo(dataDir, file)
  return rowOf(file, { sourceName, art: null, now: options.now })
}

/**
 * Stores a supplied recording and describes it for its row.
 * @throws ExpectedError `media` when the file is not accepted as a recording
 */
export async function keepRecording(
  dataDir: string,
  bytes: Buffer,
  sourceName: string,
  options: KeepOptions = {},
): Promise<NewMedia> {
  const file = readRecording(bytes)
  if (!options.dryRun) await storeRecording(dataDir, file)
  return rowOf(file, { sourceName, art: null, now: options.now })
}

/** Draws story art, stores it and describes it for its row, which keeps the parameters of the drawing. */
export async function keepArt(dataDir: string, spec: ArtSpec, options: KeepOptions = {}): Promise<NewMedia> {
  const file = await artPicture(spec)
  if (!options.dryRun) await storeOriginal(dataDir, file)
  return rowOf(file, { sourceName: null, art: { ...spec }, now: options.now })
}

/** The row of a file that was read. */
export function rowOf(
  file: PictureFile | VideoFile | RecordingFile,
  origin: { sourceName: string | null; art: Record<string, unknown> | null; now?: Date },
): NewMedia {
  const { name, kind, mime, extension, width, height, bytes } = file
  return {
    name,
    kind,
    mime,
    extension,
    width,
    height,
    bytes,
    color: kind === 'image' ? file.color : '#000000',
    seconds: kind === 'image' ? null : Math.round(file.seconds),
    art: origin.art,
    sourceName: origin.sourceName,
    createdAt: origin.now ?? new Date(),
  }
}
