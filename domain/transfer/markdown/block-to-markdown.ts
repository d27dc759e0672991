import type { Paragraph, PhrasingContent, RootContent } from 'mdast'
import type {
  BlockLanguage,
  BlockNode,
  Details,
  Figure,
  InfoBox,
  InlineNode,
  Verse,
  Video,
} from '#body/body.ts'
import { inlinesToMarkdown } from './inlines-to-markdown.ts'
import { tableToMarkdown } from './table-to-markdown.ts'
import type { Writing } from './writing.ts'

/** A block of a body as a block of Markdown. */
export function blockToMarkdown(block: BlockNode, writing: Writing): RootContent {
  const inside = (blocks: BlockNode[]) => blocks.map(inner => blockToMarkdown(inner, writing)) as never[]
  switch (block.type) {
    case 'paragraph':
      return inLanguage(block.attrs, {
        type: 'paragraph',
        children: inlinesToMarkdown(block.content ?? [], writing.inLines()),
      })
    case 'heading': {
      const { level, ...language } = block.attrs
      const children = inlinesToMarkdown(block.content ?? [], writing.inOneLine())
      return inLanguage(language, { type: 'heading', depth: level, children })
    }
    case 'bulletList':
    case 'orderedList': {
      const { lang, dir } = block.attrs ?? {}
      return inLanguage(
        { lang, dir },
        {
          type: 'list',
          ordered: block.type === 'orderedList',
          start: block.type === 'orderedList' ? block.attrs.start : null,
          spread: false,
          children: block.content.map(item => ({
            type: 'listItem',
            spread: item.content.length > 1,
            children: inside(item.content),
          })),
        },
      )
    }
    case 'blockquote': {
      const { lang, cite, dir = null } = block.attrs
      if (lang === null && cite === null && dir === null)
        return { type: 'blockquote', children: inside(block.content) }
      return directive('containerDirective', 'quote', { lang, dir, cite }, inside(block.content))
    }
    case 'pullQuote': {
      const { lang, dir, cite } = block.attrs
      return directive('containerDirective', 'pullquote', { lang, dir, cite }, inside(block.content))
    }
    case 'codeBlock':
      return { type: 'code', lang: block.attrs.language, value: block.content?.[0]?.text ?? '' }
    case 'table':
      return tableToMarkdown(block, writing.inOneLine(), inside)
    case 'horizontalRule':
      return { type: 'thematicBreak' }
    case 'figure':
      return figureToMarkdown(block, writing)
    case 'gallery':
      return directive('containerDirective', 'gallery', {}, inside(block.content))
    case 'video':
      return videoToMarkdown(block, writing)
    case 'embed': {
      const { url, title, poster } = block.attrs
      const { attributes, label } = captionOf(block.content, writing)
      const all = { url, title: title || null, ...attributes, poster: writing.fileOf(poster) }
      return directive('leafDirective', 'embed', all, label)
    }
    case 'audio': {
      const { media, url, title, seconds } = block.attrs
      const file = writing.fileOf(media)
      const { attributes, label } = captionOf(block.content, writing)
      const length = seconds === null ? null : String(seconds)
      const all = { file, url: url ?? (file === null ? '' : null), title: title || null, seconds: length }
      return directive('leafDirective', 'audio', { ...all, ...attributes }, label)
    }
    case 'file': {
      const { media, title } = block.attrs
      return directive(
        'leafDirective',
        'file',
        { file: writing.fileOf(media) ?? '', title: title || null },
        [],
      )
    }
    case 'verse':
      return verseToMarkdown(block, writing)
    case 'infoBox':
    case 'details':
      return labelledToMarkdown(block, writing)
  }
}

type Attributes = Record<string, string | null | undefined>

function directive(
  type: 'containerDirective' | 'leafDirective',
  name: string,
  attributes: Attributes,
  children: RootContent[],
): RootContent {
  const given = Object.fromEntries(Object.entries(attributes).filter(([, value]) => value != null))
  return { type, name, attributes: given, children } as RootContent
}

/* Markdown gives these blocks no attributes, so a container around them carries the language. */
function inLanguage({ lang, dir }: BlockLanguage = {}, block: RootContent): RootContent {
  return lang || dir ? directive('containerDirective', 'lang', { lang, dir }, [block]) : block
}

function figureToMarkdown({ attrs, content }: Figure, writing: Writing): RootContent {
  const reference = attrs.media === null ? null : writing.media[attrs.media - 1]
  const art = reference && 'art' in reference ? reference.art : null
  const { seed = null, ...parameters } = art ?? {}
  const file = writing.fileOf(attrs.media)
  const { attributes, label } = captionOf(content, writing)
  const all: Attributes = {
    file,
    art: seed,
    ...parameters,
    source: reference ? null : (attrs.source ?? ''),
    alt: attrs.alt || file !== null ? attrs.alt : null,
    ...attributes,
    credit: attrs.credit,
    href: attrs.href,
  }
  return directive('leafDirective', 'figure', all, label)
}

function videoToMarkdown({ attrs, content }: Video, writing: Writing): RootContent {
  const file = writing.fileOf(attrs.media)
  const { attributes, label } = captionOf(content, writing)
  const url = attrs.url ?? (file === null ? '' : null)
  const poster = writing.fileOf(attrs.poster)
  return directive('leafDirective', 'video', { file, url, title: attrs.title, ...attributes, poster }, label)
}

function captionOf(
  content: InlineNode[] = [],
  writing: Writing,
): { attributes: Attributes; label: RootContent[] } {
  const [only] = content
  if (content.length === 1 && only?.type === 'text' && !only.marks?.length) {
    return { attributes: { caption: only.text }, label: [] }
  }
  return { attributes: {}, label: inlinesToMarkdown(content, writing.inOneLine()) }
}

const BETWEEN_HALVES: PhrasingContent[] = [
  { type: 'text', value: ' ' },
  { type: 'caesura' },
  { type: 'text', value: ' ' },
]

/* The writer replaces the end of a line before "html" by a space, but leaves one inside it alone. */
function onNewLine([first, ...rest]: PhrasingContent[]): PhrasingContent[] {
  if (first?.type === 'html') return [{ ...first, value: `\n${first.value}` }, ...rest]
  return [{ type: 'text', value: '\n' }, ...(first ? [first] : []), ...rest]
}

/* Each stanza is a paragraph, and each line a line of text in it. */
function verseToMarkdown({ attrs, content }: Verse, writing: Writing): RootContent {
  const stanzas: PhrasingContent[][] = [[]]
  for (const { content: halves } of content) {
    const stanza = stanzas.at(-1) ?? []
    if (halves.every(half => !half.content?.length)) {
      if (stanza.length > 0) stanzas.push([])
      continue
    }
    const line = halves.flatMap((half, index): PhrasingContent[] => [
      ...(index > 0 ? BETWEEN_HALVES : []),
      ...inlinesToMarkdown(half.content ?? [], writing.inLines()),
    ])
    stanza.push(...(stanza.length > 0 ? onNewLine(line) : line))
  }
  const children = stanzas.map((stanza): Paragraph => ({ type: 'paragraph', children: stanza }))
  const { lang, dir, cite } = attrs
  return directive('containerDirective', 'verse', { lang, dir, cite }, children)
}

function labelledToMarkdown(block: InfoBox | Details, writing: Writing): RootContent {
  const { lang, dir } = block.attrs ?? {}
  const children = block.content.flatMap((part): RootContent[] => {
    if (part.type !== 'infoBoxHeading' && part.type !== 'detailsSummary')
      return [blockToMarkdown(part, writing)]
    const label = inlinesToMarkdown(part.content ?? [], writing.inOneLine())
    return label.length > 0 ? [{ type: 'paragraph', data: { directiveLabel: true }, children: label }] : []
  })
  return directive(
    'containerDirective',
    block.type === 'infoBox' ? 'info' : 'details',
    { lang, dir },
    children,
  )
}
