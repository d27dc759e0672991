import type { Body, InlineNode } from './body.ts'

type TextHolder = {
  type: string
  text?: string
  attrs?: Readonly<Record<string, unknown>>
  content?: readonly TextHolder[]
}

const TEXTBLOCKS = new Set([
  'paragraph',
  'heading',
  'codeBlock',
  'figure',
  'video',
  'embed',
  'audio',
  'file',
  'verseLine',
  'infoBoxHeading',
  'detailsSummary',
])
/* Pages show the titles of these, beside a caption if there is one. */
const TITLED = new Set(['embed', 'audio', 'file'])
/* The children of these stay apart by a space, also in one line. */
const SPACED = new Set(['tableCell', 'listItem', 'verse', 'verseLine', 'infoBox', 'details'])

/**
 * The words of a body as plain text: a line for each paragraph, heading, cell, caption and line of verse. A footnote is
 * a line of its own, behind the one that refers to it.
 */
export function bodyText(body: Body): string {
  const lines: string[] = []
  const visit = (node: TextHolder) => {
    if (!TEXTBLOCKS.has(node.type)) {
      for (const child of node.content ?? []) visit(child)
      return
    }
    const halves = node.type === 'verseLine' ? (node.content ?? []) : [node]
    const inlines = halves.flatMap(half => (half.content ?? []) as InlineNode[])
    if (TITLED.has(node.type) && node.attrs?.title) lines.push(String(node.attrs.title))
    const line = halves.map(half => inlineText(half.content as InlineNode[] | undefined, '\n')).join(' ')
    if (line) lines.push(line)
    for (const inline of inlines) {
      if (inline.type === 'footnote') lines.push(inlineText(inline.content))
    }
  }
  visit(body)
  return lines.join('\n')
}

/** The words of a block's text, without its footnotes; a line break in it reads as `atBreak`. */
export function inlineText(nodes: readonly InlineNode[] = [], atBreak = ' '): string {
  return nodes
    .map(node => {
      if (node.type === 'text') return node.text
      return node.type === 'hardBreak' ? atBreak : ''
    })
    .join('')
}

/** The words of one node and of everything in it but its footnotes, in one line. */
export function textOf(node: TextHolder): string {
  if (node.text !== undefined) return node.text
  if (node.type === 'footnote') return ''
  return (node.content ?? []).map(textOf).join(SPACED.has(node.type) ? ' ' : '')
}

/* Letters with their marks, digits, and what joins them inside a word: "don't", "3.5", "e-mail", «لا‌سلكي». */
const WORD =
  /[\p{L}\p{N}][\p{L}\p{N}\p{M}\u0640\u200c\u200d]*(?:['’.,٫٬-][\p{L}\p{N}][\p{L}\p{N}\p{M}\u0640\u200c\u200d]*)*/gu

/** Counts the words of a body, in either language. */
export function countWords(body: Body): number {
  return bodyText(body).match(WORD)?.length ?? 0
}
