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

/** What the readers of a folder's files share: where it lies, what exists in it, and what is wrong with it. */
export class FolderReading {
  readonly mistakes: SeedMistake[] = []
  readonly media: SeedMedia
  /** Keys that may be referred to; known before anything refers to them. */
  readonly sections = new Map<string, { glaze: Glaze; languages: Set<string> }>()
  readonly topics = new Set<string>()
  readonly authors = new Set<string>()
  readonly stories = new Set<string>()
  /** Numbers that stories ask for → the key of the first that does. */
  readonly storyIds = new Map<number, string>()
  /** Files that could not be understood: what refers to their keys is not blamed for it. */
  readonly unread = new Set<string>()

  constructor(readonly dir: string) {
    this.media = new SeedMedia(dir)
  }

  mistake(file: string, line: number | null, message: string, field: string | null = null): void {
    this.mistakes.push({ file, line, field, message })
  }

  /** A YAML file of the folder; null and a mistake when it is missing or unreadable. */
  async yaml(file: string): Promise<YamlSource | null> {
    const text = await this.text(file)
    return text === null ? null : new YamlSource(file, text, this.mistakes)
  }

  /** A file's text; null and a mistake when there is none, or when it is not UTF-8. */
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

  /** Names in a folder of the folder, sorted; none when it does not exist. Hidden ones are not ours. */
  async names(folder: string, kind: 'folders' | 'files'): Promise<string[]> {
    const entries = await fs.readdir(path.join(this.dir, folder), { withFileTypes: true }).catch(() => [])
    return entries
      .filter(entry => !entry.name.startsWith('.') && entry.isDirectory() === (kind === 'folders'))
      .map(entry => entry.name.normalize('NFC'))
      .sort()
  }

  /** A Markdown file with front matter in the form of `format`; null when either does not fit. */
  async telling<Fields>(
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

  /** A picture that lies beside the file which names it. */
  fileBeside(namedIn: string, name: string, note: (message: string) => void): MediaKey {
    return this.mediaFile('picture', namedIn, name, note)
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
