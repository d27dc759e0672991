import type {
  BlockLanguage,
  BlockNode,
  DetailsSummary,
  Figure,
  Footnote,
  Hemistich,
  InlineNode,
  Mark,
  TableCell,
  TextNode,
  VerseLine,
} from '#body/body.ts'
import { canonicalBody } from '#body/canonical-body.ts'
import type { MediaReference, SeedBody } from './seed-body.ts'

/** The same numbers on every machine and in every run (mulberry32). */
export function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

// biome-ignore format: one scrap a line would fill a page
const SCRAPS = [
  'الميناء', ' ', '  ', 'word', '*', '**', '_', '__', '~~', '~', '`', '``', '|', '\\', '#', '##', '>', '-',
  '+', '1.', '1)', '[', ']', '](', '(', ')', '{', '}', '<', '>', '<b>', '&', '&amp;', '&copy;', ':', '::',
  ':::', ':ar', ':en[x]', ':b', 'قال:كذا', '10:30-12:45', 'C++:abc', 'https://example.org/a_b',
  '||', '[^2]', '[^1]:', 'www.example.org', 'desk@example.org', '\u200f', '\u200e', '\u2068', '\u2069', '\u00a0', '\u2003', '،',
  '؟', '«نص»', 'مُحَمَّد', 'لا\u200cسلكي', '😀', '!', '![', '[^1]', '[ ]', '[x]', '---', '===', '"', "'",
  '=', '$', '%', '^', '/', 'ـ', '\n', '\t', '\u2028', '.', ',', 'a', 'ب', '0',
]

/** Makes bodies of every kind of block, full of Markdown's special characters. */
export class BodyMaker {
  private media: MediaReference[] = []
  constructor(private readonly number: () => number) {}

  below(limit: number): number {
    return Math.floor(this.number() * limit)
  }
  chance(share: number): boolean {
    return this.number() < share
  }
  pick<T>(options: readonly T[]): T {
    return options[this.below(options.length)] as T
  }
  text(): string {
    return Array.from({ length: 1 + this.below(6) }, () => this.pick(SCRAPS)).join(
      this.chance(0.4) ? ' ' : '',
    )
  }
  marks(): Mark[] {
    const marks: Mark[] = []
    if (this.chance(0.15))
      marks.push({
        type: 'link',
        attrs: {
          href: this.pick([
            'https://example.org/a b(c)',
            '/ar/مرافئ',
            'story:new-harbour',
            'mailto:a@b.example',
            'https://example.org/?a=1&amp=2',
            'https://example.org/_x_*y*',
          ]),
        },
      })
    if (this.chance(0.1))
      marks.push({ type: 'foreign', attrs: { lang: this.pick(['ar', 'en', 'fr', 'zh-Hant']) } })
    for (const type of ['bold', 'italic', 'strike', 'subscript', 'superscript', 'code'] as const) {
      if (this.chance(0.14)) marks.push({ type })
    }
    return marks
  }
  inlines(): InlineNode[] {
    return Array.from(
      { length: this.below(5) },
      (): InlineNode =>
        this.chance(0.1)
          ? { type: 'hardBreak' }
          : this.chance(0.06)
            ? this.footnote()
            : { type: 'text', text: this.text(), marks: this.marks() },
    )
  }
  marked(): TextNode {
    return { type: 'text', text: this.text(), marks: this.marks() }
  }
  footnote(): Footnote {
    return { type: 'footnote', content: Array.from({ length: 1 + this.below(2) }, () => this.marked()) }
  }
  language(): BlockLanguage {
    if (this.chance(0.8)) return {}
    const lang = this.chance(0.8) ? this.pick(['ar', 'en', 'fr']) : null
    return { lang, dir: this.chance(0.5) ? this.pick(['ltr', 'rtl'] as const) : null }
  }
  hemistich(): Hemistich {
    const content = Array.from({ length: this.below(4) }, () =>
      this.chance(0.1) ? this.footnote() : this.marked(),
    )
    return { type: 'hemistich', content }
  }
  verseLine(): VerseLine {
    return {
      type: 'verseLine',
      content: this.chance(0.5) ? [this.hemistich()] : [this.hemistich(), this.hemistich()],
    }
  }
  summary(): DetailsSummary {
    const isPlain = (node: InlineNode): node is Exclude<InlineNode, Footnote> => node.type !== 'footnote'
    const content = this.inlines()
      .filter(isPlain)
      .map(node => ({ ...node, marks: node.marks?.filter(({ type }) => type !== 'link') }))
    return { type: 'detailsSummary', content: content as DetailsSummary['content'] }
  }
  paragraph(): Extract<BlockNode, { type: 'paragraph' }> {
    return { type: 'paragraph', attrs: this.language(), content: this.inlines() }
  }
  picture(): number {
    const reference: MediaReference = this.chance(0.5)
      ? { kind: 'picture', file: this.pick(['quay.jpg', 'صورة 1.webp', 'a"b.png']) }
      : {
          kind: 'picture',
          art: {
            seed: this.pick(['yard', 'مرفأ']),
            ...(this.chance(0.5) ? { style: 'zellij', scale: '0.42' } : {}),
          },
        }
    return this.media.push(reference)
  }
  figure(): Figure {
    const media = this.chance(0.8) ? this.picture() : null
    return {
      type: 'figure',
      attrs: {
        media,
        source: media === null && this.chance(0.8) ? 'http://old.example/a.jpg?x=1&y' : null,
        alt: this.chance(0.7) ? this.text() : '',
        credit: this.chance(0.5) ? this.text() : null,
        href: this.chance(0.2) ? 'https://example.org/"x"' : null,
      },
      content: this.chance(0.3) ? [{ type: 'text', text: this.text() }] : this.inlines(),
    }
  }
  cell(type: TableCell['type'], simple: boolean, align: TableCell['attrs']['align']): TableCell {
    const span = () => (simple || this.chance(0.7) ? 1 : 1 + this.below(3))
    return {
      type,
      attrs: { colspan: span(), rowspan: span(), align },
      content: simple || this.chance(0.6) ? [this.paragraph()] : this.blocks(1),
    }
  }
  table(): BlockNode {
    const simple = this.chance(0.5)
    const columns = Array.from({ length: 1 + this.below(3) }, () =>
      this.pick([null, 'start', 'center', 'end'] as const),
    )
    return {
      type: 'table',
      attrs: { caption: this.chance(0.3) ? this.text() : null, ...this.language() },
      content: Array.from({ length: 1 + this.below(3) }, (_, row) => ({
        type: 'tableRow',
        content: columns.map(align =>
          this.cell(row === 0 || (!simple && this.chance(0.3)) ? 'tableHeader' : 'tableCell', simple, align),
        ),
      })),
    }
  }
  block(depth: number): BlockNode {
    const name = this.pick([
      'paragraph',
      'paragraph',
      'paragraph',
      'heading',
      'rule',
      'code',
      'figure',
      'video',
      'pull',
      'embed',
      'audio',
      'file',
      'verse',
      ...(depth > 0 ? ['list', 'list', 'quote', 'table', 'gallery', 'info', 'details'] : []),
    ])
    switch (name) {
      case 'heading':
        return {
          type: 'heading',
          attrs: { level: this.pick([2, 3, 4] as const), ...this.language() },
          content: this.inlines(),
        }
      case 'rule':
        return { type: 'horizontalRule' }
      case 'code':
        return {
          type: 'codeBlock',
          attrs: { language: this.pick([null, 'ts', 'c++']) },
          content: [{ type: 'text', text: `${this.text()}\n${this.text()}` }],
        }
      case 'figure':
        return this.figure()
      case 'gallery':
        return { type: 'gallery', content: Array.from({ length: 1 + this.below(2) }, () => this.figure()) }
      case 'video': {
        const file = this.chance(0.5)
        const media = file ? this.media.push({ kind: 'video', file: 'cut.mp4' }) : null
        const poster = this.chance(0.4) ? this.media.push({ kind: 'picture', file: 'cut.jpg' }) : null
        return {
          type: 'video',
          attrs: {
            media,
            poster,
            url: file ? null : 'https://video.example/watch?v=1&t=2',
            title: this.text(),
          },
          content: this.inlines(),
        }
      }
      case 'pull':
        return {
          type: 'pullQuote',
          attrs: { cite: this.chance(0.5) ? this.text() : null, ...this.language() },
          content: [this.paragraph(), this.paragraph()],
        }
      case 'quote':
        return {
          type: 'blockquote',
          attrs: {
            lang: this.pick([null, 'en']),
            cite: this.chance(0.4) ? this.text() : null,
            dir: this.chance(0.1) ? 'ltr' : null,
          },
          content: this.blocks(depth - 1),
        }
      case 'list': {
        const content = Array.from({ length: 1 + this.below(3) }, () => ({
          type: 'listItem' as const,
          content: this.blocks(depth - 1),
        }))
        return this.chance(0.5)
          ? { type: 'bulletList', attrs: this.language(), content }
          : { type: 'orderedList', attrs: { start: this.pick([1, 0, 7]), ...this.language() }, content }
      }
      case 'table':
        return this.table()
      case 'embed': {
        const poster = this.chance(0.3) ? this.media.push({ kind: 'picture', file: 'still.jpg' }) : null
        const url = this.pick(['https://x.com/desk/status/17?s=20&t=a', 'https://example.org/a_b'])
        return {
          type: 'embed',
          attrs: { url, title: this.chance(0.7) ? this.text() : '', poster },
          content: this.inlines(),
        }
      }
      case 'audio': {
        const media = this.chance(0.6) ? this.media.push({ kind: 'audio', file: 'talk.mp3' }) : null
        const url = media === null ? 'https://example.org/talk.mp3' : null
        const seconds = this.pick([null, 0, 245])
        return {
          type: 'audio',
          attrs: { media, url, title: this.chance(0.7) ? this.text() : '', seconds },
          content: this.inlines(),
        }
      }
      case 'file': {
        const media = this.media.push({ kind: 'file', file: this.pick(['report.pdf', 'تقرير 1.pdf']) })
        return { type: 'file', attrs: { media, title: this.chance(0.7) ? this.text() : '' } }
      }
      case 'verse':
        return {
          type: 'verse',
          attrs: { cite: this.chance(0.4) ? this.text() : null, ...this.language() },
          content: Array.from({ length: 1 + this.below(5) }, () => this.verseLine()),
        }
      case 'info': {
        const heading = { type: 'infoBoxHeading' as const, content: this.inlines() }
        const content = this.blocks(depth - 1)
        return {
          type: 'infoBox',
          attrs: this.language(),
          content: this.chance(0.7) ? [heading, ...content] : content,
        }
      }
      case 'details':
        return {
          type: 'details',
          attrs: this.language(),
          content: [this.summary(), ...this.blocks(depth - 1)],
        }
      default:
        return this.paragraph()
    }
  }
  blocks(depth: number): BlockNode[] {
    return Array.from({ length: 1 + this.below(3) }, () => this.block(depth))
  }
  seedBody(): SeedBody {
    this.media = []
    const body = canonicalBody({ type: 'doc', content: this.blocks(2) })
    return { body, media: this.media }
  }
}
