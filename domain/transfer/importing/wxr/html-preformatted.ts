import type { BlockNode, InlineNode, Paragraph } from '#body/body.ts'
import type { ConversionContext } from './conversion-context.ts'
import { type HtmlElement, type HtmlNode, isElement } from './html-node.ts'

/** Preformatted text: verse becomes a paragraph with its line breaks, everything else code. */
export function preformattedBlock(element: HtmlElement, context: ConversionContext): BlockNode[] {
  const lines = linesOf(element).replace(/^\n/, '').replace(/\s+$/, '')
  if (!lines) return []
  if (/\bwp-block-verse\b/.test(element.attribs.class ?? '')) return [verse(lines)]
  if (element.children.some(child => isElement(child) && child.name !== 'code' && child.name !== 'br')) {
    context.losses.simplify('marks in preformatted text')
  }
  return [{ type: 'codeBlock', attrs: { language: null }, content: [{ type: 'text', text: lines }] }]
}

function linesOf(node: HtmlNode): string {
  if (node.type === 'text') return node.data
  if (!isElement(node)) return ''
  return node.name === 'br' ? '\n' : node.children.map(linesOf).join('')
}

function verse(lines: string): Paragraph {
  const content = lines
    .split('\n')
    .flatMap((line, index): InlineNode[] => [
      ...(index > 0 ? [{ type: 'hardBreak' } as const] : []),
      ...(line ? [{ type: 'text', text: line } as const] : []),
    ])
  return { type: 'paragraph', content }
}
