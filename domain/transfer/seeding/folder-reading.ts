import fs from 'node:fs/promises'
import path from 'node:path'
import type { z } from 'zod'
import type { Glaze } from '#db/shapes.ts'
import type { ArtSpec } from '#domain/media/art/draw-art.ts'
import { markdownToBody } from '#domain/transfer/markdown/markdown-to-body.ts'
import type { MediaReference } from '#domain/transfer/markdown/seed-body.ts'
import { directiveArt } from './formats.ts'
import { splitFrontMatter } from './front-matter.ts'
import type { SeedText } from './seed-content.ts'
import { type MediaKey, SeedMedia } from './seed-media.ts'
import type { SeedMistake } from './seed-mistake.ts'
import { utf8Text } from './utf8-text.ts'
import { YamlSource } from './yaml-source.ts'

/** Shared by the readers of a folder's files: its place, its keys and the mistakes found so far. */
export class FolderReading {
  readonly mistakes: SeedMistake[] = []
  readonly media: SeedMedia
  /** Keys that files may refer to. They are collected before any reference is checked. */
  readonly sections = new Map<string, { glaze: Glaze; languages: Set<string> }>()
  readonly topics = new Set<string>()
  readonly authors = new Set<string>()
  readonly stories = new Set<string>()
  /** Story ids → the key of the first story that asks for the id. */
  readonly storyIds = new Map<number, string>()
  /** Files that could not be parsed. References to keys in them are not reported as mistakes. */
  readonly unread = new Set<string>()

  constructor(readonly dir: string) {
    this.media = new SeedMedia(dir)
  }

  mistake(file: string, line: number | null, message: string, field: string | null = null): void {
    this.mistakes.push({ file, line, field, message })
  }

  /** Reads a YAML file of the folder; null, with a mistake noted, when it is missing or unreadable. */
  async yaml(file: string): Promise<YamlSource | null> {
    const text = await this.text(file)
    return text === null ? null : new YamlSource(file, text, this.mistakes)
  }

  /** Reads the text of a file; null, with a mistake noted, when it is missing or not UTF-8. */
  async text(file: string): Promise<string | null> {
    try {
      const text = utf8Text(await fs.readFile(path.join(this.dir, file)))
      if (typeof text === 'string') return text
      this.mistake(file, text.line, 'is not UTF-8; save it in that encoding')
      return null
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      this.mistake(file, null, code === 'ENOENT' ? 'there is no such file' : `cannot be read (${code})`)
      return null
    }
  }

  /** Names of the entries of a subfolder, sorted, without hidden ones; empty when the subfolder does not exist. */
  async names(folder: string, kind: 'folders' | 'files'): Promise<string[]> {
    const entries = await fs.readdir(path.join(this.dir, folder), { withFileTypes: true }).catch(() => [])
    return entries
      .filter(entry => !entry.name.startsWith('.') && entry.isDirectory() === (kind === 'folders'))
      .map(entry => entry.name.normalize('NFC'))
      .sort()
  }

  /** Reads a Markdown file whose front matter has the form of `format`; null when either part is wrong. */
  async markdownFile<Fields>(
    file: string,
    format: z.ZodType<Fields>,
    glaze: Glaze,
  ): Promise<{ fields: Fields; source: YamlSource; text: SeedText } | null> {
    const whole = await this.text(file)
    if (whole === null) return null
    const parts = splitFrontMatter(whole)
    if (!parts) {
      this.mistake(
        file,
        1,
        'begins without front matter; expected a line of ---, YAML, and another line of ---',
      )
      return null
    }
    const source = new YamlSource(file, parts.yaml, this.mistakes, 1)
    const fields = source.read(format)
    const text = this.body(file, parts.markdown, parts.markdownLine, glaze)
    return fields === null ? null : { fields, source, text }
  }

  private body(file: string, markdown: string, firstLine: number, glaze: Glaze): SeedText {
    const read = markdownToBody(markdown, firstLine)
    for (const { line, message } of read.mistakes) this.mistake(file, line, message)
    for (const { key, line } of read.storyLinks) {
      if (!this.stories.has(key)) this.mistake(file, line, `link to story:${key}: there is no stories/${key}`)
    }
    const media = read.media.map(reference => this.mediaKey(file, reference.line, reference, glaze))
    return { body: read.body, media, links: [...new Set(read.storyLinks.map(({ key }) => key))].sort() }
  }

  private mediaKey(file: string, line: number, reference: MediaReference, glaze: Glaze): MediaKey {
    if (reference.kind === 'audio' || reference.kind === 'file') {
      this.mistake(file, line, `"${reference.file}": recordings and other files are not taken in yet`)
      return ''
    }
    if ('file' in reference) {
      return this.mediaFile(reference.kind, file, reference.file, message =>
        this.mistake(file, line, message),
      )
    }
    const parsed = directiveArt.safeParse(reference.art)
    for (const issue of parsed.error?.issues ?? []) {
      this.mistake(file, line, `${issue.path.join('.')}: ${issue.message}`)
    }
    const note = (message: string) => this.mistake(file, line, message)
    return this.media.art({ seed: 'art', glaze, ...parsed.data } as ArtSpec, note)
  }

  /** A picture in the same folder as the file that names it. */
  fileBeside(namedIn: string, name: string, note: (message: string) => void): MediaKey {
    return this.mediaFile('picture', namedIn, name, note)
  }

  /** Requests a recording by its place in the folder. */
  recording(file: string): MediaKey {
    return this.media.file('recording', path.join(this.dir, file), message =>
      this.mistake(file, null, message),
    )
  }

  private mediaFile(
    kind: 'picture' | 'video',
    namedIn: string,
    name: string,
    note: (message: string) => void,
  ): MediaKey {
    const folder = path.dirname(path.join(this.dir, namedIn))
    const file = path.resolve(folder, name)
    if (!file.startsWith(folder + path.sep))
      note(`"${name}" leads out of the folder; expected a file beside this one`)
    return this.media.file(kind, file, message => note(`"${name}": ${message}`))
  }
}
