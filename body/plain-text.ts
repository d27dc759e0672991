import type { Body } from './body.ts'

type AnyNode = { type: string; text?: string; content?: AnyNode[] }

const TEXTBLOCKS = new Set(['paragraph', 'heading', 'codeBlock', 'figure', 'video'])

/** The words of a body as plain text: a line for each paragraph, heading, cell and caption. */
export function bodyText(body: Body): string {
  const lines: string[] = []
  const visit = (node: AnyNode) => {
    if (!TEXTBLOCKS.has(node.type)) {
      for (const child of node.content ?? []) visit(child)
      return
    }
    const line = (node.content ?? []).map(inline => inline.text ?? '\n').join('')
    if (line) lines.push(line)
  }
  visit(body as AnyNode)
  return lines.join('\n')
}

/* Letters with their marks, digits, and what joins them inside a word: "don't", "3.5", "e-mail", «لا‌سلكي». */
const WORD =
  /[\p{L}\p{N}][\p{L}\p{N}\p{M}\u0640\u200c\u200d]*(?:['’.,٫٬-][\p{L}\p{N}][\p{L}\p{N}\p{M}\u0640\u200c\u200d]*)*/gu

/** How many words a body has, in either language. */
export function countWords(body: Body): number {
  return bodyText(body).match(WORD)?.length ?? 0
}
