import type { BlockContent, DefinitionContent, PhrasingContent, RootContent } from 'mdast'
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive'
import type { BlockLanguage, BlockNode, InlineNode } from '#body/body.ts'
import { isLanguageTag } from '#body/language-tag.ts'
import { inlinesOf } from './markdown-inlines.ts'
import type { MarkdownReading } from './markdown-reading.ts'
import { ART_PARAMETERS } from './seed-body.ts'

export type Directive = LeafDirective | ContainerDirective

const ATTRIBUTES = {
  figure: ['file', 'art', ...ART_PARAMETERS, 'source', 'alt', 'caption', 'credit', 'href'],
  video: ['file', 'url', 'title', 'caption', 'poster'],
  embed: ['url', 'title', 'caption', 'poster'],
  audio: ['file', 'url', 'title', 'seconds', 'caption'],
  file: ['file', 'title'],
  quote: ['lang', 'dir', 'cite'],
  pullquote: ['lang', 'dir', 'cite'],
  verse: ['lang', 'dir', 'cite'],
  info: ['lang', 'dir'],
  details: ['lang', 'dir'],
  lang: ['lang', 'dir'],
  gallery: [],
  table: ['lang', 'dir', 'caption'],
  row: [],
  cell: ['header', 'colspan', 'rowspan', 'align'],
} satisfies Record<string, string[]>

export type Name = keyof typeof ATTRIBUTES
const LEAVES = new Set<Name>(['figure', 'video', 'embed', 'audio', 'file'])

/** Checks the name, attributes and colons of a directive. Returns its name, or null when it is unknown. */
export function checked(node: Directive, reading: MarkdownReading): Name | null {
  if (!Object.hasOwn(ATTRIBUTES, node.name)) {
    const names = Object.keys(ATTRIBUTES).join(', ')
    reading.mistake(node, `unknown directive "${node.name}"; expected one of ${names}`)
    return null
  }
  reading.refuseProto(node)
  const name = node.name as Name
  const known: string[] = ATTRIBUTES[name]
  for (const attribute of Object.keys(node.attributes ?? {})) {
    if (known.includes(attribute)) continue
    const expected = known.length > 0 ? `expected ${known.join(', ')}` : 'it takes none'
    reading.mistake(node, `${name} has no attribute "${attribute}"; ${expected}`)
  }
  const colons = LEAVES.has(name) ? 'two colons and no closing line' : 'three colons and a closing ::: line'
  if (LEAVES.has(name) !== (node.type === 'leafDirective'))
    reading.mistake(node, `${name} is written with ${colons}`)
  if (node.type === 'containerDirective') requireClosing(node, reading)
  return name
}

/* In Markdown an unclosed block runs to the end of the text, which no writer intends. */
function requireClosing(node: ContainerDirective, reading: MarkdownReading): void {
  const { start, end } = node.position ?? {}
  const lines = reading.slice(start?.offset, end?.offset).split('\n')
  const opening = /^:+/.exec(lines[0] ?? '')?.[0] ?? ':::'
  const closing = lines.length > 1 ? /^[\s>]*(:{3,})\s*$/.exec(lines.at(-1) ?? '')?.[1] : undefined
  if (closing !== undefined && closing.length >= opening.length) return
  reading.mistake(node, `${opening}${node.name} is not closed; expected a line of ${opening} at its end`)
}

const isLabel = (child: RootContent | undefined) =>
  child?.type === 'paragraph' && child.data?.directiveLabel === true

/** Content of a container, without its label. */
export function bodyOf(node: Directive): (BlockContent | DefinitionContent)[] {
  if (node.type === 'leafDirective') return []
  return isLabel(node.children[0]) ? node.children.slice(1) : node.children
}

export const filled = (blocks: BlockNode[]): BlockNode[] =>
  blocks.length > 0 ? blocks : [{ type: 'paragraph' }]

/** The label of a container: :::info[label]. */
export function labelOf(node: Directive): PhrasingContent[] {
  const [first] = node.children
  return isLabel(first) ? (first as { children: PhrasingContent[] }).children : []
}

/** Values of lang=... and dir=... of a directive, where it has them. */
export function languageOf(node: Directive, reading: MarkdownReading): BlockLanguage {
  const { lang, dir } = node.attributes ?? {}
  if (lang && !isLanguageTag(lang))
    reading.mistake(node, `lang is "${lang}"; expected a language such as en or fr`)
  if (dir && dir !== 'ltr' && dir !== 'rtl') reading.mistake(node, `dir is "${dir}"; expected ltr or rtl`)
  return { ...(lang ? { lang } : {}), ...(dir === 'ltr' || dir === 'rtl' ? { dir } : {}) }
}

/* A caption is plain text in caption="...", and may have links and marks as a label: ::figure[caption]{...}. */
export function captionOf(node: Directive, reading: MarkdownReading): { content?: InlineNode[] } {
  const label = node.type === 'leafDirective' ? (node.children as PhrasingContent[]) : []
  const plain = node.attributes?.caption
  if (label.length > 0 && plain)
    reading.mistake(node, 'the caption stands either in [...] or in caption="...", not in both')
  if (label.length > 0) return { content: inlinesOf(label, reading) }
  return plain ? { content: [{ type: 'text', text: plain }] } : {}
}
