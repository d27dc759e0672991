import type { Body, InlineNode } from './body.ts'

type TextHolder = { type: string; text?: string; content?: readonly TextHolder[] }

const TEXTBLOCKS = new Set(['paragraph', 'heading', 'codeBlock', 'figure', 'video'])

/** The words of a body as plain text: a line for each paragraph, heading, cell and caption. */
export function bodyText(body: Body): string {
  const lines: string[] = []
  const visit = (node: TextHolder) => {
    if (!TEXTBLOCKS.has(node.type)) {
      for (const child of node.content ?? []) visit(child)
      return
    }
    const line = inlineText(node.content as InlineNode[] | undefined, '\n')
    if (line) lines.push(line)
  }
  visit(body)
  return lines.join('\n')
}

/** The words of a block's text; a line break in it reads as `atBreak`. */
export function inlineText(nodes: readonly InlineNode[] = [], atBreak = ' '): string {
  return nodes.map(node => (node.type === 'text' ? node.text : atBreak)).join('')
}

/** The words of one node and of everything in it, in one line. */
export function textOf(node: TextHolder): string {
  if (node.text !== undefined) return node.text
  return (node.content ?? [])
    .map(textOf)
    .join(node.type === 'tableCell' || node.type === 'listItem' ? ' ' : '')
}

/* Letters with their marks, digits, and what joins them inside a word: "don't", "3.5", "e-mail", «لا‌سلكي». */
const WORD =
  /[\p{L}\p{N}][\p{L}\p{N}\p{M}\u0640\u200c\u200d]*(?:['’.,٫٬-][\p{L}\p{N}][\p{L}\p{N}\p{M}\u0640\u200c\u200d]*)*/gu

/** How many words a body has, in either language. */
export function countWords(body: Body): number {
  return bodyText(body).match(WORD)?.length ?? 0
}
