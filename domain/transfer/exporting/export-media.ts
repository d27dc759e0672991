import fs from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Reader } from '#db/open.ts'
import { mediaRows } from '#db/queries/newsroom-content.ts'
import { mediaStore } from '#domain/media/files/media-store.ts'
import { storedFile } from '#domain/media/files/stored-file.ts'
import { ART_PARAMETERS, type MediaReference } from '#domain/transfer/markdown/seed-body.ts'

type MediaRow = Awaited<ReturnType<typeof mediaRows>>[number]

/**
 * Copies the media that a folder's texts name into that folder, each file once, and gives the names to use for them.
 */
export class ExportedFiles {
  private readonly rows = new Map<number, MediaRow>()
  /** Folder → file name → name of the stored content under that file name. */
  private readonly taken = new Map<string, Map<string, string>>()
  written = 0
  readonly missing: string[] = []

  constructor(
    private readonly db: Reader,
    private readonly dataDir: string,
    private readonly dir: string,
  ) {}

  /** Fetches the rows of these media in one query. The other methods answer only for rows fetched here. */
  async prepare(ids: Iterable<number | null>): Promise<void> {
    const newIds = [...new Set(ids)].filter((id): id is number => id !== null && !this.rows.has(id))
    for (const row of await mediaRows(this.db, newIds)) this.rows.set(row.id, row)
  }

  /** The reference to this row in a text of `folder`: the file copied there, or the parameters of its drawing. */
  async reference(id: number, folder: string): Promise<MediaReference> {
    const row = this.row(id)
    const art = this.artOf(id)
    if (art) {
      const parameters = Object.entries(art).map(([name, value]) => [name, String(value)])
      return { kind: 'picture', art: Object.fromEntries(parameters) }
    }
    const file = await this.file(id, folder)
    return row.kind === 'image' ? { kind: 'picture', file } : { kind: row.kind, file }
  }

  /** The parameters that draw this picture again; null when it was not drawn. */
  artOf(id: number): Record<string, unknown> | null {
    const { art } = this.row(id)
    if (!art || 'portrait' in art) return null
    return Object.fromEntries(
      ['seed', ...ART_PARAMETERS].flatMap(name => (art[name] == null ? [] : [[name, art[name]]])),
    )
  }

  /** The parameters that draw this author's portrait again; null when it was not drawn. */
  portraitOf(id: number): Record<string, unknown> | null {
    const { portrait } = this.row(id).art ?? {}
    if (!portrait) return null
    const { size: _size, ...parameters } = portrait as Record<string, unknown>
    return parameters
  }

  /** Copies the file of a row into a folder and returns its name there. */
  async file(id: number, folder: string): Promise<string> {
    const row = this.row(id)
    const taken = this.taken.get(folder) ?? new Map<string, string>()
    this.taken.set(folder, taken)
    const own = safeName(row.sourceName, row.extension)
    const name = own && (taken.get(own) ?? row.name) === row.name ? own : `${row.name}.${row.extension}`
    if (taken.get(name) === row.name) return name
    taken.set(name, row.name)
    await this.copy(row, path.join(folder, name))
    return name
  }

  /** Copies the file of a row to a place in the export, under a name that says what it is. */
  async copyAs(id: number, place: string): Promise<void> {
    await this.prepare([id])
    await this.copy(this.row(id), place)
  }

  private async copy(row: MediaRow, place: string): Promise<void> {
    const media = mediaStore(this.dataDir)
    const file = storedFile(row)
    if (!(await media.stat(file))) {
      this.missing.push(`${place}: the file is missing from the media of this newsroom`)
      return
    }
    const target = path.join(this.dir, place)
    await fs.promises.mkdir(path.dirname(target), { recursive: true })
    await pipeline(media.open(file), fs.createWriteStream(target))
    this.written++
  }

  private row(id: number): MediaRow {
    const row = this.rows.get(id)
    if (!row) throw new Error(`Media ${id} was not prepared, or is gone`)
    return row
  }
}

/* The name a file was uploaded with, if it is safe in every file system and has the right ending. */
function safeName(name: string | null, extension: string): string | null {
  if (!name || !/^[\p{L}\p{N}][\p{L}\p{N}\p{M} ()._-]{0,120}$/u.test(name)) return null
  const ending = path.extname(name).slice(1).toLowerCase().replace('jpeg', 'jpg')
  return ending === extension ? name : null
}
