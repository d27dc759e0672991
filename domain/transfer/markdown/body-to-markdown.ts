import type { RootContent } from 'mdast'
import { type BlockNode, type Figure, type InlineNode, mediaIdsOf, type Video } from '#body/body.ts'
import { canonicalBody } from '#body/canonical-body.ts'
import { canonicalJson } from '#body/canonical-json.ts'
import { mapBody } from '#body/map-body.ts'
import { type InlineStyle, inlinesToMarkdown } from './inlines-to-markdown.ts'
import { markdownToBody } from './markdown-to-body.ts'
import { writeMarkdown } from './markdown-writer.ts'
import { type MediaReference, renumbered, type SeedBody } from './seed-body.ts'
import { tableToMarkdown } from './table-to-markdown.ts'

/**
 * A body as the Markdown of docs/seeding.md. What it writes is read again before it is given away: reading it
 * gives the same body.
 */
export function bodyToMarkdown(seed: SeedBody): string {
  const { content } = canonicalBody(seed.body)
  const mixed = joined(chosenStyles(content, seed.media))
  if (readsAs(content, mixed, 0)) return mixed
  const explicit = joined(
    content.map(block => blockToMarkdown(block, { media: seed.media, style: EXPLICIT })),
  )
  if (readsAs(content, explicit, 0)) return explicit
  throw new Error('This body cannot be written as Markdown')
}

const PLAIN: InlineStyle = { oneLine: false, explicit: false }
const EXPLICIT: InlineStyle = { oneLine: false, explicit: true }

/* Each block in the plain style, unless that would be read as something else. */
function chosenStyles(content: BlockNode[], media: MediaReference[]): RootContent[] {
  let mediaBefore = 0
  return content.map(block => {
    const plain = blockToMarkdown(block, { media, style: PLAIN })
    const isUnderstood = readsAs([block], joined([plain]), mediaBefore)
    mediaBefore += mediaNumbersOf(block)
    return isUnderstood ? plain : blockToMarkdown(block, { media, style: EXPLICIT })
  })
}

const joined = (children: RootContent[]) => writeMarkdown({ type: 'root', children })

function readsAs(content: BlockNode[], markdown: string, mediaBefore: number): boolean {
  const { body, mistakes } = markdownToBody(markdown)
  const shifted = mapBody(body, node => renumbered(node, number => number + mediaBefore))
  return mistakes.length === 0 && canonicalJson(shifted.content) === canonicalJson(content)
}

function mediaNumbersOf(block: BlockNode): number {
  return mediaIdsOf({ type: 'doc', content: [block] }).length
}

type Writing = { media: MediaReference[]; style: InlineStyle }

function blocksToMarkdown(blocks: BlockNode[], writing: Writing): RootContent[] {
  return blocks.map(block => blockToMarkdown(block, writing))
}

function blockToMarkdown(block: BlockNode, writing: Writing): RootContent {
  const { style } = writing
  const inside = (blocks: BlockNode[]) => blocksToMarkdown(blocks, writing) as never[]
  switch (block.type) {
    case 'paragraph':
      return { type: 'paragraph', children: inlinesToMarkdown(block.content ?? [], style) }
    case 'heading': {
      const children = inlinesToMarkdown(block.content ?? [], { ...style, oneLine: true })
      return { type: 'heading', depth: block.attrs.level, children }
    }
    case 'bulletList':
    case 'orderedList':
      return {
        type: 'list',
        ordered: block.type === 'orderedList',
        start: block.type === 'orderedList' ? block.attrs.start : null,
        spread: false,
        children: block.content.map(item => ({
          type: 'listItem',
          spread: item.content.length > 1,
          children: inside(item.content),
        })),
      }
    case 'blockquote': {
      const { lang, cite } = block.attrs
      if (lang === null && cite === null) return { type: 'blockquote', children: inside(block.content) }
      return directive('containerDirective', 'quote', { lang, cite }, inside(block.content))
    }
    case 'pullQuote':
      return directive('containerDirective', 'pullquote', block.attrs, inside(block.content))
    case 'codeBlock':
      return { type: 'code', lang: block.attrs.language, value: block.content?.[0]?.text ?? '' }
    case 'table':
      return tableToMarkdown(block, style, inside)
    case 'horizontalRule':
      return { type: 'thematicBreak' }
    case 'figure':
      return figureToMarkdown(block, writing)
    case 'gallery':
      return directive('containerDirective', 'gallery', {}, inside(block.content))
    case 'video':
      return videoToMarkdown(block, writing)
  }
}

type Attributes = Record<string, string | null>

function directive(
  type: 'containerDirective' | 'leafDirective',
  name: string,
  attributes: Attributes,
  children: RootContent[],
): RootContent {
  const given = Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== null))
  return { type, name, attributes: given, children } as RootContent
}

function figureToMarkdown({ attrs, content }: Figure, writing: Writing): RootContent {
  const reference = attrs.media === null ? null : writing.media[attrs.media - 1]
  const art = reference && 'art' in reference ? reference.art : null
  const { seed = null, ...parameters } = art ?? {}
  const file = reference && 'file' in reference ? reference.file : null
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
  const fileOf = (number: number | null) => {
    const reference = number === null ? undefined : writing.media[number - 1]
    return reference && 'file' in reference ? reference.file : null
  }
  const file = fileOf(attrs.media)
  const { attributes, label } = captionOf(content, writing)
  const url = attrs.url ?? (file === null ? '' : null)
  const all: Attributes = { file, url, title: attrs.title, ...attributes, poster: fileOf(attrs.poster) }
  return directive('leafDirective', 'video', all, label)
}

function captionOf(
  content: InlineNode[] = [],
  { style }: Writing,
): { attributes: Attributes; label: RootContent[] } {
  const [only] = content
  if (content.length === 1 && only?.type === 'text' && !only.marks?.length) {
    return { attributes: { caption: only.text }, label: [] }
  }
  return { attributes: {}, label: inlinesToMarkdown(content, { ...style, oneLine: true }) }
}
