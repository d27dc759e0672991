import type { BlockNode, ListItem, Quote, TableCell, TableRow } from '#body/body.ts'
import { element, emptyElement, type Markup, markup } from '#domain/distribution/xml/markup.ts'
import { directionOf } from '#i18n/text-direction.ts'
import type { BodyContext } from './body-context.ts'
import { figureHtml, galleryHtml, videoHtml } from './media-html.ts'
import { inlinesHtml, textHtml } from './text-html.ts'

/**
 * Blocks of a body as HTML for readers elsewhere: no class, no style, no script, every address complete. Whoever shows
 * it has a style of their own, and takes out what they do not know.
 */
export function blocksHtml(nodes: readonly BlockNode[], context: BodyContext): Markup {
  return markup(nodes.map(node => blockHtml(node, context)))
}

function blockHtml(node: BlockNode, context: BodyContext): Markup | null {
  switch (node.type) {
    case 'paragraph':
      return node.content?.length ? element('p', {}, inlinesHtml(node.content, context)) : null
    case 'heading':
      return node.content?.length
        ? element(`h${node.attrs.level}`, {}, inlinesHtml(node.content, context))
        : null
    case 'bulletList':
      return element('ul', {}, itemsHtml(node.content, context))
    case 'orderedList': {
      const start = node.attrs.start === 1 ? null : node.attrs.start
      return element('ol', { start }, itemsHtml(node.content, context))
    }
    case 'blockquote':
      return quoteHtml(node, context)
    case 'pullQuote':
      return element(
        'blockquote',
        {},
        blocksHtml(node.content, context),
        sourceHtml(node.attrs.cite, context),
      )
    case 'codeBlock':
      return element('pre', { dir: 'ltr' }, element('code', {}, node.content?.[0].text))
    case 'table':
      return tableHtml(node, context)
    case 'horizontalRule':
      return emptyElement('hr')
    case 'figure':
      return figureHtml(node, context)
    case 'gallery':
      return galleryHtml(node, context)
    case 'video':
      return videoHtml(node, context)
  }
}

function itemsHtml(items: readonly ListItem[], context: BodyContext): Markup {
  return markup(items.map(({ content }) => element('li', {}, soleParagraph(content, context))))
}

/* A single paragraph in an item or a cell needs no element of its own. */
function soleParagraph(content: readonly BlockNode[], context: BodyContext): Markup {
  const [first, ...rest] = content
  return first?.type === 'paragraph' && rest.length === 0
    ? inlinesHtml(first.content, context)
    : blocksHtml(content, context)
}

function quoteHtml({ attrs, content }: Quote, context: BodyContext): Markup {
  const { lang, cite } = attrs
  const isForeign = lang !== null && lang !== context.locale
  const direction = isForeign ? directionOf(lang) : context.direction
  const language = isForeign ? { lang, dir: direction } : {}
  const words = blocksHtml(content, { ...context, direction })
  /* The source is in the language of the article, and so outside of what is in another. */
  return markup(element('blockquote', language, words), sourceHtml(cite, context))
}

function sourceHtml(cite: string | null, { direction }: BodyContext): Markup | null {
  return cite ? element('p', {}, element('cite', {}, textHtml(cite, direction))) : null
}

type Table = Extract<BlockNode, { type: 'table' }>

function tableHtml({ attrs, content }: Table, context: BodyContext): Markup {
  const { caption } = attrs
  return element(
    'table',
    {},
    caption && element('caption', {}, textHtml(caption, context.direction)),
    element(
      'tbody',
      {},
      content.map(row => rowHtml(row, context)),
    ),
  )
}

function rowHtml(row: TableRow, context: BodyContext): Markup {
  return element(
    'tr',
    {},
    row.content.map(cell => cellHtml(cell, context)),
  )
}

function cellHtml({ type, attrs, content }: TableCell, context: BodyContext): Markup {
  const spans = {
    colspan: attrs.colspan > 1 ? attrs.colspan : null,
    rowspan: attrs.rowspan > 1 ? attrs.rowspan : null,
  }
  return element(type === 'tableHeader' ? 'th' : 'td', spans, soleParagraph(content, context))
}
