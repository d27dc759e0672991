import type { BlockNode, InlineNode, Paragraph, Quote, TableCell, TableRow } from '#body/body.ts'
import type { BlockContext } from './conversion-context.ts'
import { inlineOf, tidyInline } from './html-inline.ts'
import { noteLook } from './html-look.ts'
import { type HtmlElement, type HtmlNode, isElement, textOf } from './html-node.ts'

/** A quotation. A `<cite>` or `<footer>` at its end names the source. */
export function quoteBlock(element: HtmlElement, context: BlockContext): Quote {
  const { source, rest } = takeSource(element.children)
  const content = context.blocksOf(rest)
  const lang = element.attribs.lang?.split('-')[0] ?? null
  return {
    type: 'blockquote',
    attrs: { lang: lang && lang !== context.locale ? lang : null, cite: source },
    content: content.length > 0 ? content : [{ type: 'paragraph' }],
  }
}

function takeSource(children: HtmlNode[]): { source: string | null; rest: HtmlNode[] } {
  const last = children.findLast(
    child => isElement(child) || (child.type === 'text' && child.data.trim() !== ''),
  )
  if (last && isElement(last) && (last.name === 'cite' || last.name === 'footer')) {
    const source = textOf(last).replace(/\s+/g, ' ').trim()
    return { source: source || null, rest: children.filter(child => child !== last) }
  }
  return { source: null, rest: children }
}

/** The quotation in a pull quote figure; a pull quote holds paragraphs only. */
export function pullQuoteBlock(figure: HtmlElement, context: BlockContext): BlockNode[] {
  const quote = figure.children.filter(isElement).find(child => child.name === 'blockquote') ?? figure
  const { source, rest } = takeSource(quote.children)
  const blocks = context.blocksOf(rest)
  const paragraphs = blocks.filter((block): block is Paragraph => block.type === 'paragraph')
  if (paragraphs.length === 0) return blocks
  if (paragraphs.length < blocks.length) {
    return [{ type: 'blockquote', attrs: { lang: null, cite: source }, content: blocks }]
  }
  return [{ type: 'pullQuote', attrs: { cite: source }, content: paragraphs }]
}

export function tableBlock(element: HtmlElement, context: BlockContext, caption: string | null): BlockNode {
  const rows: TableRow[] = []
  let ownCaption = caption
  const visit = (node: HtmlElement) => {
    for (const child of node.children.filter(isElement)) {
      if (child.name === 'tr') {
        const cells = child.children
          .filter(isElement)
          .filter(cell => cell.name === 'td' || cell.name === 'th')
        if (cells.length > 0)
          rows.push({ type: 'tableRow', content: cells.map(cell => cellOf(cell, context)) })
      } else if (child.name === 'caption')
        ownCaption = textOf(child).replace(/\s+/g, ' ').trim() || ownCaption
      else visit(child)
    }
  }
  visit(element)
  if (rows.length === 0)
    return { type: 'paragraph', content: tidyInline(inlineOf(element.children, context)) }
  return { type: 'table', attrs: { caption: ownCaption }, content: rows }
}

function cellOf(cell: HtmlElement, context: BlockContext): TableCell {
  const span = (name: 'colspan' | 'rowspan') =>
    Math.min(Math.max(Number.parseInt(cell.attribs[name] ?? '1', 10) || 1, 1), 100)
  const content = context.blocksOf(cell.children)
  return {
    type: cell.name === 'th' ? 'tableHeader' : 'tableCell',
    attrs: { colspan: span('colspan'), rowspan: span('rowspan'), align: alignmentOf(cell) },
    content: content.length > 0 ? content : [{ type: 'paragraph' }],
  }
}

function alignmentOf(cell: HtmlElement): 'start' | 'center' | 'end' | null {
  const hints = `${cell.attribs['data-align'] ?? ''} ${cell.attribs.align ?? ''} ${cell.attribs.style ?? ''}`
  if (/center/.test(hints)) return 'center'
  /* The table is English, so its start is on the left. */
  if (/right/.test(hints)) return 'end'
  return null
}

/** A list; no block when it has no items. */
export function listBlock(element: HtmlElement, context: BlockContext): BlockNode[] {
  const items = element.children.filter(isElement).flatMap(child => {
    /* Old editors nested a list directly in a list instead of in an item. */
    if (child.name === 'li') noteLook(child, context.losses)
    const content = child.name === 'li' ? context.blocksOf(child.children) : context.blocksOf([child])
    if (content.length === 0) return []
    const [first] = content
    const begins: BlockNode[] = first?.type === 'paragraph' ? content : [{ type: 'paragraph' }, ...content]
    return [{ type: 'listItem' as const, content: begins }]
  })
  if (items.length === 0) return []
  const start = Number.parseInt(element.attribs.start ?? '1', 10)
  return element.name === 'ol'
    ? [{ type: 'orderedList', attrs: { start: Number.isFinite(start) ? start : 1 }, content: items }]
    : [{ type: 'bulletList', content: items }]
}

/** A definition list. Our schema has none, so each term becomes a bold paragraph before its definition. */
export function definitionList(element: HtmlElement, context: BlockContext): BlockNode[] {
  context.losses.simplify('definition list')
  return element.children.filter(isElement).flatMap((child): BlockNode[] => {
    if (child.name === 'dt') return boldParagraph(child, context)
    return context.blocksOf(child.name === 'dd' ? child.children : [child])
  })
}

/** A `<details>` element: its summary in bold, then its whole content. */
export function detailsBlocks(element: HtmlElement, context: BlockContext): BlockNode[] {
  context.losses.simplify('details')
  const summary = element.children.filter(isElement).find(child => child.name === 'summary')
  const rest = element.children.filter(child => child !== summary)
  return [...(summary ? boldParagraph(summary, context) : []), ...context.blocksOf(rest)]
}

function boldParagraph(element: HtmlElement, context: BlockContext): BlockNode[] {
  const content: InlineNode[] = tidyInline(inlineOf(element.children, context, [{ type: 'bold' }]))
  return content.length > 0 ? [{ type: 'paragraph', content }] : []
}
