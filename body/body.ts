/**
 * The body of an article as it is stored: ProseMirror JSON in its canonical form. These types are the shape that
 * body-schema.ts validates on the way in, and that pages, feeds and exports render on the way out.
 */
export type Mark =
  | { type: 'bold' }
  | { type: 'italic' }
  | { type: 'strike' }
  | { type: 'code' }
  | { type: 'subscript' }
  | { type: 'superscript' }
  | { type: 'link'; attrs: { href: string } }
  /** A run in the other language: rendered with `lang` and `dir`. */
  | { type: 'foreign'; attrs: { lang: string } }

export type TextNode = { type: 'text'; text: string; marks?: Mark[] }
/** A reference with the text of its note inside; it carries no marks of its own. */
export type Footnote = { type: 'footnote'; content: TextNode[]; marks?: undefined }
export type InlineNode = TextNode | { type: 'hardBreak'; marks?: Mark[] } | Footnote

/**
 * The language and direction of a block, where they are not those of the text around it. Absent in the canonical form
 * unless they say something; without `dir`, the language decides.
 */
export type BlockLanguage = { lang?: string | null; dir?: 'ltr' | 'rtl' | null }

export type Paragraph = { type: 'paragraph'; attrs?: BlockLanguage; content?: InlineNode[] }
export type Heading = {
  type: 'heading'
  attrs: { level: 2 | 3 | 4 } & BlockLanguage
  content?: InlineNode[]
}
export type ListItem = { type: 'listItem'; content: BlockNode[] }
export type BulletList = { type: 'bulletList'; attrs?: BlockLanguage; content: ListItem[] }
export type OrderedList = {
  type: 'orderedList'
  attrs: { start: number } & BlockLanguage
  content: ListItem[]
}
export type TableCell = {
  type: 'tableCell' | 'tableHeader'
  attrs: { colspan: number; rowspan: number; align: 'start' | 'center' | 'end' | null }
  content: BlockNode[]
}
export type TableRow = { type: 'tableRow'; content: TableCell[] }
export type Table = {
  type: 'table'
  attrs: { caption: string | null } & BlockLanguage
  content: TableRow[]
}

export type Figure = {
  type: 'figure'
  /** `media` is the row's id in `media`; null stands for a picture that an import could not find (`source` names it). */
  attrs: {
    media: number | null
    source: string | null
    alt: string
    credit: string | null
    href: string | null
  }
  /** The caption. */
  content?: InlineNode[]
}
export type Gallery = { type: 'gallery'; content: Figure[] }
export type Video = {
  type: 'video'
  /** Either a file of ours (`media`) or a page elsewhere (`url`); `poster` is a picture's row. */
  attrs: { media: number | null; url: string | null; poster: number | null; title: string }
  content?: InlineNode[]
}
/** A page elsewhere, https only, that is shown in place once a reader asks for it. Its address says who provides it. */
export type Embed = {
  type: 'embed'
  attrs: { url: string; title: string; poster: number | null }
  /** The caption. */
  content?: InlineNode[]
}
export type Audio = {
  type: 'audio'
  /** Either a file of ours (`media`), whose row knows its duration, or a page or file elsewhere (`url`). */
  attrs: { media: number | null; url: string | null; title: string; seconds: number | null }
  /** The caption. */
  content?: InlineNode[]
}
/** A file to download. */
export type FileBlock = { type: 'file'; attrs: { media: number | null; title: string } }

export type Quote = {
  type: 'blockquote'
  attrs: { lang: string | null; cite: string | null; dir?: BlockLanguage['dir'] }
  content: BlockNode[]
}
export type PullQuote = {
  type: 'pullQuote'
  attrs: { cite: string | null } & BlockLanguage
  content: Paragraph[]
}

/** Half of a line of classical verse, or the whole of a line of any other. */
export type Hemistich = { type: 'hemistich'; content?: (TextNode | Footnote)[] }
/** One hemistich or two. A line without words separates two stanzas. */
export type VerseLine = { type: 'verseLine'; content: [Hemistich] | [Hemistich, Hemistich] }
export type Verse = {
  type: 'verse'
  attrs: { cite: string | null } & BlockLanguage
  content: VerseLine[]
}

export type InfoBoxHeading = { type: 'infoBoxHeading'; content?: InlineNode[] }
/** A part beside the story: who is who, what happened before. */
export type InfoBox = {
  type: 'infoBox'
  attrs?: BlockLanguage
  content: (InfoBoxHeading | BlockNode)[]
}
/** Always visible. A press on it opens the rest, so it holds neither links nor footnotes. */
export type DetailsSummary = {
  type: 'detailsSummary'
  content?: Exclude<InlineNode, Footnote>[]
}
export type Details = {
  type: 'details'
  attrs?: BlockLanguage
  content: [DetailsSummary, ...BlockNode[]]
}

export type BlockNode =
  | Paragraph
  | Heading
  | BulletList
  | OrderedList
  | Quote
  | PullQuote
  | { type: 'codeBlock'; attrs: { language: string | null }; content?: [TextNode] }
  | Table
  | { type: 'horizontalRule' }
  | Figure
  | Gallery
  | Video
  | Embed
  | Audio
  | FileBlock
  | Verse
  | InfoBox
  | Details

export type Body = { type: 'doc'; content: BlockNode[] }

type AnyNode = { type: string; attrs?: Record<string, unknown>; content?: AnyNode[] }

/** Calls `visit` with a node and everything in it, in the order of reading. */
export function visitNodes(node: AnyNode, visit: (node: AnyNode) => void): void {
  visit(node)
  for (const child of node.content ?? []) visitNodes(child, visit)
}

/** Ids of the media rows that a body names, each once. */
export function mediaIdsOf(body: Body): number[] {
  const ids = new Set<number>()
  visitNodes(body as AnyNode, ({ attrs }) => {
    for (const id of [attrs?.media, attrs?.poster]) if (typeof id === 'number') ids.add(id)
  })
  return [...ids]
}

/** The footnotes of a body in the order of reading. Their numbers are their places in this list. */
export function footnotesOf(body: Body): Footnote[] {
  const footnotes: Footnote[] = []
  visitNodes(body as AnyNode, node => {
    if (node.type === 'footnote') footnotes.push(node as Footnote)
  })
  return footnotes
}
