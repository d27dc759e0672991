import type { Definition, FootnoteDefinition, FootnoteReference, Nodes } from 'mdast'
import type { Directives } from 'mdast-util-directive'
import { type AddressFault, linkFault } from '#body/links.ts'
import { ExpectedError } from '#errors/expected-error.ts'
import { errorWords } from '#i18n/error-words.ts'
import { type MarkdownMistake, type MediaReference, storyKeyOf } from './seed-body.ts'

/** State that the parts of a reading share: the source and their findings. */
export class MarkdownReading {
  readonly mistakes: MarkdownMistake[] = []
  readonly media: (MediaReference & { line: number })[] = []
  readonly storyLinks: { key: string; line: number }[] = []
  readonly definitions = new Map<string, Definition>()
  readonly footnotes = new Map<string, FootnoteDefinition>()
  private readonly referredTo = new Set<string>()
  isInVerse = false

  /** `firstLine` is the line of the file at which `source` begins. */
  constructor(
    readonly source: string,
    readonly firstLine: number,
  ) {}

  lineOf(node: Nodes): number {
    return (node.position?.start.line ?? 1) + this.firstLine - 1
  }

  mistake(node: Nodes, message: string): void {
    this.mistakes.push({ line: this.lineOf(node), message })
  }

  /** Records a file that the body names. Returns its number in the body. */
  refer(node: Nodes, reference: MediaReference): number {
    return this.media.push({ ...reference, line: this.lineOf(node) })
  }

  /** Records a link, and a mistake when its address may not stand in a body. */
  link(node: Nodes, href: string): void {
    const key = storyKeyOf(href)
    if (key !== null) {
      this.storyLinks.push({ key, line: this.lineOf(node) })
      return
    }
    this.address(
      node,
      linkFault(href),
      `link "${href}"`,
      'https://..., mailto:..., tel:..., /path or story:key',
    )
  }

  /** Records a mistake for an address with a fault. Returns whether the address is fine. */
  address(node: Nodes, fault: AddressFault | null, place: string, expected: string): boolean {
    if (!fault) return true
    const error = new ExpectedError(fault.code, { ...fault.parameters, place })
    this.mistake(node, `${errorWords(error, 'en')}; expected ${expected}`)
    return false
  }

  /** Records a mistake for the one attribute of a directive that the parser cannot hold, and would lose in silence. */
  refuseProto(node: Directives): void {
    const { start, end } = node.position ?? {}
    const [opening = ''] = this.slice(start?.offset, end?.offset).split('\n')
    if (/\{[^}]*(?<![\w"'=])__proto__(?![\w"'])[^}]*\}/.test(opening))
      this.mistake(node, `${node.name} has no attribute "__proto__"`)
  }

  /** Finds the definition of a footnote. A second reference to the same note is a mistake. */
  takeFootnote(node: FootnoteReference): FootnoteDefinition | undefined {
    const { identifier } = node
    if (this.referredTo.has(identifier))
      this.mistake(node, `[^${node.label ?? identifier}] is referred to twice; expected a note for each`)
    this.referredTo.add(identifier)
    return this.footnotes.get(identifier)
  }

  /** Records a mistake for each footnote without a reference. */
  refuseUnusedFootnotes(): void {
    for (const [identifier, definition] of this.footnotes) {
      if (!this.referredTo.has(identifier))
        this.mistake(definition, `no text refers to the footnote [^${definition.label ?? identifier}]`)
    }
  }

  /** Keeps the ends of lines and the halves of verse while `read` runs. */
  inVerse<Read>(read: () => Read): Read {
    this.isInVerse = true
    try {
      return read()
    } finally {
      this.isInVerse = false
    }
  }

  /** The source between two offsets, as it was written. */
  slice(from: number | undefined, to: number | undefined): string {
    return this.source.slice(from, to)
  }
}
