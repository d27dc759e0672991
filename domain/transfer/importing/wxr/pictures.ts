import fs from 'node:fs/promises'
import path from 'node:path'
import { putOrigin } from '#db/queries/origins.ts'
import type { NewMedia } from '#db/queries/writing/media.ts'
import type { Glaze } from '#db/shapes.ts'
import { write } from '#db/write.ts'
import type { Actor } from '#domain/editorial/accounts/actor.ts'
import { saveMedia, saveMediaIn } from '#domain/editorial/filing/save-media.ts'
import { isExpected } from '#errors/expected-error.ts'
import { errorWords } from '#i18n/error-words.ts'
import type { FoundPicture } from './conversion-context.ts'
import { findUpload } from './uploads.ts'

/** Stores files of the export: checks them, stores them under their content hash and returns their rows. */
export type FileKeeper = {
  picture: (bytes: Buffer, sourceName: string) => Promise<NewMedia>
  video: (bytes: Buffer, sourceName: string) => Promise<NewMedia>
  /** Draws a picture for a story that has none. */
  art: (seed: string, glaze: Glaze) => Promise<NewMedia>
}

type Found = { media: number | null; kind: 'image' | 'video' }

/** The kind of origin under which a run stores the rows of files by their addresses. */
export const MEDIA_ORIGIN = 'media'

const VIDEO = /\.(mp4|m4v|webm)$/i

/** The pictures and videos of an export. Each is looked up once and stored once. */
export class ImportedFiles {
  private readonly found = new Map<string, Found>()
  readonly missing = new Set<string>()
  readonly unreadable = new Map<string, string>()
  kept = 0

  constructor(
    private readonly uploads: string | undefined,
    private readonly keeper: FileKeeper,
    private readonly dryRun: boolean,
    private readonly origin: string,
    /** Rows of files from earlier runs: a file that is missing now keeps its row. */
    private readonly earlier: ReadonlyMap<string, { refId: number }>,
    private readonly actor: Actor,
  ) {}

  /** Looks up these addresses before a transaction starts, so that `picture` and `video` can answer synchronously. */
  async prepare(urls: Iterable<string>): Promise<void> {
    for (const url of urls) {
      if (url && !this.found.has(url)) this.found.set(url, await this.keep(url))
    }
  }

  /** The row of a drawn picture for a story without one. */
  async art(seed: string, glaze: Glaze): Promise<number> {
    const row = await this.keeper.art(seed, glaze)
    return saveMedia(this.actor, { file: row })
  }

  picture(url: string): FoundPicture {
    const known = this.found.get(url)
    return known?.kind === 'image' && known.media !== null
      ? { media: known.media, source: null }
      : { media: null, source: url || null }
  }

  video(url: string): number | null {
    const known = this.found.get(url)
    return known?.kind === 'video' ? known.media : null
  }

  private async keep(url: string): Promise<Found> {
    const kind = VIDEO.test(url.split('?')[0] ?? '') ? 'video' : 'image'
    const file = await findUpload(this.uploads, url)
    const { media, reason } = file ? await this.take(url, file, kind) : { media: null, reason: null }
    const known = media ?? this.earlier.get(url)?.refId ?? null
    if (known !== null) this.kept++
    else if (reason === null) this.missing.add(url)
    else this.unreadable.set(url, reason)
    return { media: known, kind }
  }

  private async take(
    url: string,
    file: string,
    kind: Found['kind'],
  ): Promise<{ media: number | null; reason: string | null }> {
    const row = await this.read(file, kind)
    if (typeof row === 'string') return { media: null, reason: row }
    /* A dry run stores nothing; any id says that the file exists. */
    if (this.dryRun) return { media: this.earlier.get(url)?.refId ?? 1, reason: null }
    const at = { origin: this.origin, kind: MEDIA_ORIGIN, key: url }
    const media = await write(async tx => {
      const id = await saveMediaIn(tx, this.actor, { file: row })
      await putOrigin(tx, at, id, row.name)
      return id
    })
    return { media, reason: null }
  }

  /* The row of a file, or the reason why it cannot be used. */
  private async read(file: string, kind: Found['kind']): Promise<NewMedia | string> {
    const name = path.basename(file)
    const bytes = await fs
      .readFile(file)
      .catch((error: NodeJS.ErrnoException) => `cannot be read (${error.code})`)
    if (typeof bytes === 'string') return bytes
    try {
      return await (kind === 'video' ? this.keeper.video(bytes, name) : this.keeper.picture(bytes, name))
    } catch (error) {
      if (isExpected(error, 'media')) return errorWords(error, 'en').replace(/\.$/, '')
      throw error
    }
  }
}
