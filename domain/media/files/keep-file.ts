import type { NewMedia } from '#db/queries/writing/media.ts'
import type { ArtSpec } from '#domain/media/art/draw-art.ts'
import { readRecording } from '#domain/media/audio/recordings/read-recording.ts'
import { artPicture, readPicture } from '#domain/media/pictures/read-picture.ts'
import { readVideo } from '#domain/media/video/read-video.ts'
import { type MediaFile, storeMedia } from './store-media.ts'

type KeepOptions = {
  /** Checks the file, but stores nothing. */
  dryRun?: boolean
  now?: Date
}

type Origin = { sourceName: string | null; art: Record<string, unknown> | null }

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
  return keep(dataDir, await readPicture(bytes), { sourceName, art: null }, options)
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
  return keep(dataDir, readVideo(bytes), { sourceName, art: null }, options)
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
  return keep(dataDir, readRecording(bytes), { sourceName, art: null }, options)
}

/** Draws story art, stores it and describes it for its row, which keeps the parameters of the drawing. */
export async function keepArt(dataDir: string, spec: ArtSpec, options: KeepOptions = {}): Promise<NewMedia> {
  return keep(dataDir, await artPicture(spec), { sourceName: null, art: { ...spec } }, options)
}

async function keep(
  dataDir: string,
  file: MediaFile,
  origin: Origin,
  { dryRun, now }: KeepOptions,
): Promise<NewMedia> {
  if (!dryRun) await storeMedia(dataDir, file)
  return rowOf(file, { ...origin, now })
}

/** The row of a file that was read. */
export function rowOf(file: MediaFile, origin: Origin & { now?: Date }): NewMedia {
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
