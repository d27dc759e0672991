import type { Definition, FootnoteDefinition, FootnoteReference, Nodes } from 'mdast'
import { type AddressFault, linkFault } from '#body/links.ts'
import { ExpectedError } from '#errors/expected-error.ts'
import { errorWords } from '#i18n/error-words.ts'
import { type MarkdownMistake, type MediaReference, storyKeyOf } from './seed-body.ts'

/** The state that the parts of a reading share: the source, and their findings. */
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

  /** The number by which the body names this picture or video. */
  refer(node: Nodes, reference: MediaReference): number {
    return this.media.push({ ...reference, line: this.lineOf(node) })
  }

  /** Notes a link, and whether its address may stand in a body. */
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

  /** Notes an address that may not stand in a body; gives whether it may. */
  address(node: Nodes, fault: AddressFault | null, place: string, expected: string): boolean {
    if (!fault) return true
    const error = new ExpectedError(fault.code, { ...fault.parameters, place })
    this.mistake(node, `${errorWords(error, 'en')}; expected ${expected}`)
    return false
  }

  /** The definition of a footnote. A note stands in one place: who refers to it twice means two. */
  takeFootnote(node: FootnoteReference): FootnoteDefinition | undefined {
    const { identifier } = node
    if (this.referredTo.has(identifier))
      this.mistake(node, `[^${node.label ?? identifier}] is referred to twice; expected a note for each`)
    this.referredTo.add(identifier)
    return this.footnotes.get(identifier)
  }

  /** Notes the footnotes that no text refers to. */
  refuseUnusedFootnotes(): void {
    for (const [identifier, definition] of this.footnotes) {
      if (!this.referredTo.has(identifier))
        this.mistake(definition, `no text refers to the footnote [^${definition.label ?? identifier}]`)
    }
  }

  /** Reads with the ends of lines and the halves of verse kept. */
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
