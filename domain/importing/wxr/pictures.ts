import fs from 'node:fs/promises'
import path from 'node:path'
import { type NewMedia, putMedia } from '../../../db/queries/catalogue'
import type { Glaze } from '../../../db/shapes'
import { write } from '../../../db/write'
import type { FoundPicture } from './conversion-context'
import { findUpload } from './uploads'

/** How a file becomes one of ours: checked, stored under its content hash, described for its row. */
export type FileKeeper = {
  picture: (bytes: Buffer, sourceName: string) => Promise<NewMedia>
  video: (bytes: Buffer, sourceName: string) => Promise<NewMedia>
  /** Draws the picture of a story that has none. */
  art: (seed: string, glaze: Glaze) => Promise<NewMedia>
}

const VIDEO = /\.(mp4|m4v|webm)$/i

/** The pictures and videos of an export: each is looked for once, and kept once. */
export class ImportedFiles {
  private readonly found = new Map<string, { media: number | null; kind: 'image' | 'video' }>()
  readonly missing = new Set<string>()
  readonly unreadable = new Map<string, string>()
  kept = 0

  constructor(
    private readonly uploads: string | undefined,
    private readonly keeper: FileKeeper,
    private readonly dryRun: boolean,
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
    return write(tx => putMedia(tx, row))
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

  private async keep(url: string): Promise<{ media: number | null; kind: 'image' | 'video' }> {
    const kind = VIDEO.test(url.split('?')[0] ?? '') ? 'video' : 'image'
    const file = await findUpload(this.uploads, url)
    if (!file) {
      this.missing.add(url)
      return { media: null, kind }
    }
    try {
      const bytes = await fs.readFile(file)
      const name = path.basename(file)
      const row =
        kind === 'video' ? await this.keeper.video(bytes, name) : await this.keeper.picture(bytes, name)
      this.kept++
      /* A dry run writes nothing; any number says that the file is there. */
      return { media: this.dryRun ? 1 : await write(tx => putMedia(tx, row)), kind }
    } catch (error) {
      this.unreadable.set(url, error instanceof Error ? error.message : String(error))
      return { media: null, kind }
    }
  }
}
