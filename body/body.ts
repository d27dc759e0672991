/**
 * The body of an article as it is stored: ProseMirror JSON. These types are the shape that the schema in
 * domain/transfer/markdown/ validates on the way in, and that components/article/ draws on the way out.
 */
export type Mark =
  | { type: 'bold' }
  | { type: 'italic' }
  | { type: 'strike' }
  | { type: 'code' }
  | { type: 'subscript' }
  | { type: 'superscript' }
  | { type: 'link'; attrs: { href: string } }
  /** A run in the other language: drawn with `lang` and `dir`. */
  | { type: 'foreign'; attrs: { lang: string } }

type TextNode = { type: 'text'; text: string; marks?: Mark[] }
export type InlineNode = TextNode | { type: 'hardBreak'; marks?: Mark[] }

export type Paragraph = { type: 'paragraph'; content?: InlineNode[] }
export type Heading = { type: 'heading'; attrs: { level: 2 | 3 | 4 }; content?: InlineNode[] }
export type ListItem = { type: 'listItem'; content: BlockNode[] }
export type TableCell = {
  type: 'tableCell' | 'tableHeader'
  attrs: { colspan: number; rowspan: number; align: 'start' | 'center' | 'end' | null }
  content: BlockNode[]
}
export type TableRow = { type: 'tableRow'; content: TableCell[] }

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
export type Quote = {
  type: 'blockquote'
  attrs: { lang: string | null; cite: string | null }
  content: BlockNode[]
}
export type PullQuote = { type: 'pullQuote'; attrs: { cite: string | null }; content: Paragraph[] }

export type BlockNode =
  | Paragraph
  | Heading
  | { type: 'bulletList'; content: ListItem[] }
  | { type: 'orderedList'; attrs: { start: number }; content: ListItem[] }
  | Quote
  | PullQuote
  | { type: 'codeBlock'; attrs: { language: string | null }; content?: [TextNode] }
  | { type: 'table'; attrs: { caption: string | null }; content: TableRow[] }
  | { type: 'horizontalRule' }
  | Figure
  | Gallery
  | Video

export type Body = { type: 'doc'; content: BlockNode[] }

type AnyNode = { type: string; attrs?: Record<string, unknown>; content?: AnyNode[] }

/** Ids of the media rows that a body names, each once. */
export function mediaIdsOf(body: Body): number[] {
  const ids = new Set<number>()
  const visit = (node: AnyNode) => {
    for (const name of ['media', 'poster']) {
      const id = node.attrs?.[name]
      if (typeof id === 'number') ids.add(id)
    }
    for (const child of node.content ?? []) visit(child)
  }
  visit(body as AnyNode)
  return [...ids]
}
