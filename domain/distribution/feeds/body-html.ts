import type {
  BlockLanguage,
  BlockNode,
  Details,
  Footnote,
  Heading,
  InfoBox,
  ListItem,
  Paragraph,
  Quote,
  Table,
  TableCell,
  TableRow,
  Verse,
} from '#body/body.ts'
import { element, emptyElement, type Markup, markup } from '#domain/distribution/xml/markup.ts'
import { type Direction, directionOf } from '#i18n/text-direction.ts'
import type { BodyContext } from './body-context.ts'
import { audioHtml, embedHtml, figureHtml, fileHtml, galleryHtml, videoHtml } from './media-html.ts'
import { inlinesHtml, textHtml } from './text-html.ts'

/**
 * Blocks of a body as HTML for feed readers: no class, no style, no script, every address complete. Feed readers have
 * a style of their own, and remove unknown elements.
 */
export function blocksHtml(nodes: readonly BlockNode[], context: BodyContext): Markup {
  return markup(nodes.map(node => blockHtml(node, context)))
}

function blockHtml(node: BlockNode, context: BodyContext): Markup | null {
  switch (node.type) {
    case 'paragraph':
      return textBlockHtml('p', node, context)
    case 'heading':
      return textBlockHtml(`h${node.attrs.level}`, node, context)
    case 'bulletList':
      return inLanguage(node.attrs, context, (language, inner) =>
        element('ul', language, itemsHtml(node.content, inner)),
      )
    case 'orderedList': {
      const start = node.attrs.start === 1 ? null : node.attrs.start
      return inLanguage(node.attrs, context, (language, inner) =>
        element('ol', { start, ...language }, itemsHtml(node.content, inner)),
      )
    }
    case 'blockquote':
      return quoteHtml(node, context)
    case 'pullQuote':
      return inLanguage(node.attrs, context, (language, inner) =>
        element('blockquote', language, blocksHtml(node.content, inner), sourceHtml(node.attrs.cite, inner)),
      )
    case 'codeBlock':
      return element('pre', { dir: 'ltr' }, element('code', {}, node.content?.[0].text))
    case 'table':
      return inLanguage(node.attrs, context, (language, inner) => tableHtml(node, language, inner))
    case 'horizontalRule':
      return emptyElement('hr')
    case 'figure':
      return figureHtml(node, context)
    case 'gallery':
      return galleryHtml(node, context)
    case 'video':
      return videoHtml(node, context)
    case 'embed':
      return embedHtml(node, context)
    case 'audio':
      return audioHtml(node, context)
    case 'file':
      return fileHtml(node, context)
    case 'verse':
      return inLanguage(node.attrs, context, (language, inner) => verseHtml(node, language, inner))
    case 'infoBox':
      return inLanguage(node.attrs, context, (language, inner) => infoBoxHtml(node, language, inner))
    case 'details':
      return inLanguage(node.attrs, context, (language, inner) => detailsHtml(node, language, inner))
  }
}

type Language = { lang?: string | null; dir?: Direction }

/* A block in another language names it, and sets the direction of its content. */
function inLanguage(
  attrs: BlockLanguage | undefined,
  context: BodyContext,
  write: (language: Language, inner: BodyContext) => Markup,
): Markup {
  const { lang, dir } = attrs ?? {}
  if (!lang && !dir) return write({}, context)
  const direction = dir ?? (lang ? directionOf(lang) : context.direction)
  return write({ lang, dir: direction }, { ...context, direction })
}

function textBlockHtml(name: string, node: Paragraph | Heading, context: BodyContext): Markup | null {
  if (!node.content?.length) return null
  return inLanguage(node.attrs, context, (language, inner) =>
    element(name, language, inlinesHtml(node.content, inner)),
  )
}

/* Feed readers have no grid: wide spaces separate the halves of a line. */
const BETWEEN_HALVES = '\u2003\u2003'

function verseHtml({ attrs, content }: Verse, language: Language, context: BodyContext): Markup {
  const lines = content.map(({ content: [first, second] }, index) => [
    index > 0 && emptyElement('br'),
    inlinesHtml(first.content, context),
    second && [BETWEEN_HALVES, inlinesHtml(second.content, context)],
  ])
  return element('blockquote', language, element('p', {}, lines), sourceHtml(attrs.cite, context))
}

function infoBoxHtml({ content }: InfoBox, language: Language, context: BodyContext): Markup {
  const parts = content.map(part =>
    part.type === 'infoBoxHeading'
      ? part.content && element('h3', {}, inlinesHtml(part.content, context))
      : blockHtml(part, context),
  )
  return element('aside', language, parts)
}

/* Not every feed reader can open `details`, so everything is open. */
function detailsHtml({ content }: Details, language: Language, context: BodyContext): Markup {
  const [{ content: summary }, ...blocks] = content
  const heading = summary && element('p', {}, element('strong', {}, inlinesHtml(summary, context)))
  return element('div', language, heading, blocksHtml(blocks, context))
}

/** The footnotes of an article, numbered as in its text. */
export function footnotesHtml(footnotes: readonly Footnote[], context: BodyContext): Markup | null {
  if (footnotes.length === 0) return null
  const items = footnotes.map(({ content }) => element('li', {}, inlinesHtml(content, context)))
  return markup(element('h2', {}, context.words.footnotes(footnotes.length)), element('ol', {}, items))
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
  const { lang, cite, dir } = attrs
  const isForeign = lang !== null && lang !== context.locale
  const direction = dir ?? (isForeign ? directionOf(lang) : context.direction)
  const language = isForeign ? { lang, dir: direction } : { dir }
  const words = blocksHtml(content, { ...context, direction })
  /* The source is in the language of the article, and so stands outside of the quotation. */
  return markup(element('blockquote', language, words), sourceHtml(cite, context))
}

function sourceHtml(cite: string | null, { direction }: BodyContext): Markup | null {
  return cite ? element('p', {}, element('cite', {}, textHtml(cite, direction))) : null
}

function tableHtml({ attrs, content }: Table, language: Language, context: BodyContext): Markup {
  const { caption } = attrs
  return element(
    'table',
    language,
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
