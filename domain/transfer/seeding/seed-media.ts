import fs from 'node:fs/promises'
import path from 'node:path'
import { canonicalJson } from '#body/canonical-json.ts'
import type { NewMedia } from '#db/queries/writing/media.ts'
import type { ArtSpec } from '#domain/media/art/draw-art.ts'
import type { PortraitSpec } from '#domain/media/art/draw-portrait.ts'
import { readRecording } from '#domain/media/audio/recordings/read-recording.ts'
import { rowOf } from '#domain/media/files/keep-file.ts'
import { type MediaFile, storeMedia } from '#domain/media/files/store-media.ts'
import { artPicture, portraitPicture, readPicture } from '#domain/media/pictures/read-picture.ts'
import { readVideo } from '#domain/media/video/read-video.ts'
import { isExpected } from '#errors/expected-error.ts'
import { errorWords } from '#i18n/error-words.ts'

/** The name of a file or a drawing in a folder, before it has a row. */
export type MediaKey = string

type Wanted =
  | { kind: 'picture' | 'video' | 'recording'; file: string; note: (message: string) => void }
  | { kind: 'art'; spec: ArtSpec; note: (message: string) => void }
  | { kind: 'portrait'; spec: PortraitSpec }

type Loaded = { row: NewMedia; file: MediaFile; from: string | null }

/** The pictures and videos of a folder: requested while it is read, then checked, then stored. */
export class SeedMedia {
  private readonly wanted = new Map<MediaKey, Wanted>()
  private readonly loaded = new Map<MediaKey, Loaded>()

  constructor(private readonly dir: string) {}

  /** Requests a file by its absolute path; `note` receives the fault if the file cannot be used. */
  file(kind: 'picture' | 'video' | 'recording', file: string, note: (message: string) => void): MediaKey {
    return this.want(`${kind} ${path.relative(this.dir, file)}`, { kind, file, note })
  }

  /** Requests a drawing; `note` receives the fault if its parameters do not fit together. */
  art(spec: ArtSpec, note: (message: string) => void): MediaKey {
    return this.want(`art ${canonicalJson(spec)}`, { kind: 'art', spec, note })
  }

  portrait(spec: PortraitSpec): MediaKey {
    return this.want(`portrait ${canonicalJson(spec)}`, { kind: 'portrait', spec })
  }

  private want(key: MediaKey, wanted: Wanted): MediaKey {
    if (!this.wanted.has(key)) this.wanted.set(key, wanted)
    return key
  }

  /** Loads and draws everything requested; faults go to the `note` of each request. */
  async load(now: Date, onProgress: (done: number, total: number) => void): Promise<void> {
    let done = 0
    for (const [key, wanted] of this.wanted) {
      const loaded = await load(wanted, now)
      if (loaded) this.loaded.set(key, loaded)
      onProgress(++done, this.wanted.size)
    }
  }

  /** The row of a loaded file. */
  row(key: MediaKey): NewMedia {
    const loaded = this.loaded.get(key)
    if (!loaded) throw new Error(`${key} was not loaded`)
    return loaded.row
  }

  /** Stores the files of these keys in the media of the newsroom. */
  async store(dataDir: string, keys: Iterable<MediaKey>): Promise<void> {
    for (const key of new Set(keys)) {
      const { file, from } = this.loaded.get(key) ?? {}
      if (!file) continue
      /* Contents were released after the check, because a folder may be larger than memory. */
      const whole = from ? { ...file, content: await fs.readFile(from) } : file
      await storeMedia(dataDir, whole)
    }
  }
}

const NOTHING = Buffer.alloc(0)

async function load(wanted: Wanted, now: Date): Promise<Loaded | null> {
  if (wanted.kind === 'portrait') {
    const file = await portraitPicture(wanted.spec)
    return { row: rowOf(file, { sourceName: null, art: { portrait: wanted.spec }, now }), file, from: null }
  }
  try {
    return wanted.kind === 'art'
      ? await drawn(wanted.spec, now)
      : await supplied(wanted.kind, wanted.file, now)
  } catch (error) {
    const reason = reasonOf(error, wanted.kind)
    if (!reason) throw error
    wanted.note(reason)
    return null
  }
}

async function drawn(spec: ArtSpec, now: Date): Promise<Loaded> {
  const file = await artPicture(spec)
  return { row: rowOf(file, { sourceName: null, art: { ...spec }, now }), file, from: null }
}

async function supplied(kind: 'picture' | 'video' | 'recording', from: string, now: Date): Promise<Loaded> {
  const bytes = await fs.readFile(from)
  const file = await READERS[kind](bytes)
  const row = rowOf(file, { sourceName: path.basename(from), art: null, now })
  return { row, file: { ...file, content: NOTHING }, from }
}

const READERS = { picture: readPicture, video: readVideo, recording: readRecording }

function reasonOf(error: unknown, kind: Wanted['kind']): string | null {
  /* The drawing code knows which family fits which tiling. */
  if (error instanceof RangeError)
    return `${error.message}; expected a family that fits, or one of the two left out`
  if (isExpected(error, 'media') && kind === 'recording') return errorWords(error, 'en').replace(/\.$/, '')
  if (isExpected(error, 'media'))
    return `${errorWords(error, 'en').replace(/\.$/, '')}; expected jpeg, png, webp, avif, mp4 or webm`
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOENT') return 'there is no such file'
  return code ? `the file cannot be read (${code})` : null
}
