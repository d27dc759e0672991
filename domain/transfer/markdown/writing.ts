import type { Footnote } from '#body/body.ts'
import type { InlineStyle } from './inlines-to-markdown.ts'
import type { MediaReference } from './seed-body.ts'

/** State that the parts of a writing share: the files that a body names, the style, and the footnotes met so far. */
export class Writing {
  readonly footnotes: Footnote[] = []

  /** `notesBefore` footnotes stand before these. */
  constructor(
    readonly media: MediaReference[],
    private readonly isExplicit: boolean,
    private readonly notesBefore = 0,
  ) {}

  /** Style of running text where lines may end. */
  inLines(): InlineStyle {
    return { oneLine: false, explicit: this.isExplicit, noteLabel: footnote => this.refer(footnote) }
  }

  /** Style of running text in a heading, a cell or a label. */
  inOneLine(): InlineStyle {
    return { ...this.inLines(), oneLine: true }
  }

  /** Name of the file behind a number of the body; null for art and for no number. */
  fileOf(number: number | null): string | null {
    const reference = number === null ? undefined : this.media[number - 1]
    return reference && 'file' in reference ? reference.file : null
  }

  labelOf(index: number): string {
    return String(this.notesBefore + index + 1)
  }

  private refer(footnote: Footnote): string {
    return this.labelOf(this.footnotes.push(footnote) - 1)
  }
}
