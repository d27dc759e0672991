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

/** How a file becomes one of ours: checked, stored under its content hash, described for its row. */
export type FileKeeper = {
  picture: (bytes: Buffer, sourceName: string) => Promise<NewMedia>
  video: (bytes: Buffer, sourceName: string) => Promise<NewMedia>
  /** Draws the picture of a story that has none. */
  art: (seed: string, glaze: Glaze) => Promise<NewMedia>
}

type Found = { media: number | null; kind: 'image' | 'video' }

/** Where an earlier run noted the files that it kept, by their addresses. */
export const MEDIA_ORIGIN = 'media'

const VIDEO = /\.(mp4|m4v|webm)$/i

/** The pictures and videos of an export: each is looked for once, and kept once. */
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
    /** Rows of what an earlier run kept: a file that is not at hand now is not taken out again. */
    private readonly earlier: ReadonlyMap<string, { refId: number }>,
    private readonly actor: Actor,
  ) {}

  /** Looks these addresses up, so that `picture` and `video` can answer at once. Outside any transaction. */
  async prepare(urls: Iterable<string>): Promise<void> {
    for (const url of urls) {
      if (url && !this.found.has(url)) this.found.set(url, await this.keep(url))
    }
  }

  /** The row of pattern art for a story without a picture. */
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
    /* A dry run writes nothing; any number says that the file is there. */
    if (this.dryRun) return { media: this.earlier.get(url)?.refId ?? 1, reason: null }
    const at = { origin: this.origin, kind: MEDIA_ORIGIN, key: url }
    const media = await write(async tx => {
      const id = await saveMediaIn(tx, this.actor, { file: row })
      await putOrigin(tx, at, id, row.name)
      return id
    })
    return { media, reason: null }
  }

  /* The row of a file, or why it is none that we take. */
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
