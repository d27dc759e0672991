import type { BlockContent, DefinitionContent, PhrasingContent, RootContent } from 'mdast'
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive'
import type { BlockNode, Figure, InlineNode, Paragraph, TableCell, TableRow, Video } from '#body/body.ts'
import { isLanguageTag } from '#body/language-tag.ts'
import { pageAddressFault } from '#body/links.ts'
import { inlinesOf } from './markdown-inlines.ts'
import type { MarkdownReading } from './markdown-reading.ts'
import { ART_PARAMETERS } from './seed-body.ts'

type Directive = LeafDirective | ContainerDirective
type Blocks = (nodes: RootContent[], reading: MarkdownReading) => BlockNode[]

const ATTRIBUTES = {
  figure: ['file', 'art', ...ART_PARAMETERS, 'source', 'alt', 'caption', 'credit', 'href'],
  video: ['file', 'url', 'title', 'caption', 'poster'],
  quote: ['lang', 'cite'],
  pullquote: ['cite'],
  gallery: [],
  table: ['caption'],
  row: [],
  cell: ['header', 'colspan', 'rowspan', 'align'],
} satisfies Record<string, string[]>

type Name = keyof typeof ATTRIBUTES
const LEAVES = new Set<Name>(['figure', 'video'])

/** A block directive as a block of a body; `blocks` reads what stands inside. */
export function directiveBlock(node: Directive, reading: MarkdownReading, blocks: Blocks): BlockNode[] {
  const name = checked(node, reading)
  switch (name) {
    case 'figure':
      return [figureOf(node, reading)]
    case 'video':
      return [videoOf(node, reading)]
    case 'gallery':
      return galleryOf(node, reading)
    case 'quote': {
      const { lang = null, cite = null } = node.attributes ?? {}
      if (lang !== null && !isLanguageTag(lang))
        reading.mistake(node, `lang is "${lang}"; expected a language such as en or fr`)
      const content = filled(blocks(bodyOf(node), reading))
      return [{ type: 'blockquote', attrs: { lang, cite }, content }]
    }
    case 'pullquote':
      return pullQuoteOf(node, reading, blocks)
    case 'table':
      return tableOf(node, reading, blocks)
    case 'row':
    case 'cell':
      reading.mistake(node, `:::${name} stands inside ::::table only`)
      return []
    default:
      return []
  }
}

function checked(node: Directive, reading: MarkdownReading): Name | null {
  if (!(node.name in ATTRIBUTES)) {
    const names = Object.keys(ATTRIBUTES).join(', ')
    reading.mistake(node, `unknown directive "${node.name}"; expected one of ${names}`)
    return null
  }
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

/* Markdown lets a block that nobody closes run to the end of the text: no writer means that. */
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

function bodyOf(node: Directive): (BlockContent | DefinitionContent)[] {
  if (node.type === 'leafDirective') return []
  return isLabel(node.children[0]) ? node.children.slice(1) : node.children
}

const filled = (blocks: BlockNode[]): BlockNode[] => (blocks.length > 0 ? blocks : [{ type: 'paragraph' }])

/* A caption is plain in caption="...", and may have links and marks as a label: ::figure[caption]{...}. */
function captionOf(node: Directive, reading: MarkdownReading): { content?: InlineNode[] } {
  const label = node.type === 'leafDirective' ? (node.children as PhrasingContent[]) : []
  const plain = node.attributes?.caption
  if (label.length > 0 && plain)
    reading.mistake(node, 'the caption stands either in [...] or in caption="...", not in both')
  if (label.length > 0) return { content: inlinesOf(label, reading) }
  return plain ? { content: [{ type: 'text', text: plain }] } : {}
}

function figureOf(node: Directive, reading: MarkdownReading): Figure {
  const { file, art, source, alt, credit, href } = node.attributes ?? {}
  if ([file, art, source].filter(value => value !== undefined && value !== null).length !== 1) {
    reading.mistake(node, 'figure takes one of file=..., art=... and source=...')
  }
  if (file && typeof alt !== 'string') {
    reading.mistake(node, 'alt is missing: what the picture shows; alt="" when it is decoration')
  }
  if (href) reading.link(node, href)
  return {
    type: 'figure',
    attrs: {
      media: pictureNumber(node, reading),
      source: source || null,
      alt: alt ?? '',
      credit: credit ?? null,
      href: href ?? null,
    },
    ...captionOf(node, reading),
  }
}

function pictureNumber(node: Directive, reading: MarkdownReading): number | null {
  const { file, art } = node.attributes ?? {}
  if (file) return reading.refer(node, { kind: 'picture', file })
  const given = Object.entries(node.attributes ?? {}).filter(([name]) =>
    ART_PARAMETERS.includes(name as 'style'),
  )
  if (!art) {
    if (given.length > 0) reading.mistake(node, `${given[0]?.[0]} goes with art=...`)
    return null
  }
  return reading.refer(node, {
    kind: 'picture',
    art: { seed: art, ...Object.fromEntries(given) } as Record<string, string>,
  })
}

function videoOf(node: Directive, reading: MarkdownReading): Video {
  const { file, url, title, poster } = node.attributes ?? {}
  if (typeof file !== 'string' && typeof url !== 'string')
    reading.mistake(node, 'video takes file=... or url=...')
  if (!title && typeof title !== 'string') reading.mistake(node, 'title is missing: what the video is called')
  const isAddress = !!url && reading.address(node, pageAddressFault(url), 'url', 'https://...')
  return {
    type: 'video',
    attrs: {
      media: file ? reading.refer(node, { kind: 'video', file }) : null,
      url: isAddress ? url : null,
      poster: poster ? reading.refer(node, { kind: 'picture', file: poster }) : null,
      title: title ?? '',
    },
    ...captionOf(node, reading),
  }
}

function galleryOf(node: Directive, reading: MarkdownReading): BlockNode[] {
  const figures = bodyOf(node).flatMap(child => {
    if (child.type === 'leafDirective' && child.name === 'figure') {
      checked(child, reading)
      return [figureOf(child, reading)]
    }
    reading.mistake(child, 'a gallery holds ::figure lines only')
    return []
  })
  if (figures.length === 0) reading.mistake(node, 'a gallery holds at least one ::figure')
  return figures.length > 0 ? [{ type: 'gallery', content: figures }] : []
}

function pullQuoteOf(node: Directive, reading: MarkdownReading, blocks: Blocks): BlockNode[] {
  const content = filled(blocks(bodyOf(node), reading))
  const paragraphs = content.filter((block): block is Paragraph => block.type === 'paragraph')
  if (paragraphs.length < content.length) reading.mistake(node, 'a pull quote holds paragraphs only')
  return [{ type: 'pullQuote', attrs: { cite: node.attributes?.cite ?? null }, content: paragraphs }]
}

/* Either an ordinary table, which gets the caption, or rows and cells one by one. */
function tableOf(node: Directive, reading: MarkdownReading, blocks: Blocks): BlockNode[] {
  const caption = node.attributes?.caption ?? null
  const children = bodyOf(node)
  if (children.length === 1 && children[0]?.type === 'table') {
    return blocks(children, reading).map(block =>
      block.type === 'table' ? { ...block, attrs: { caption } } : block,
    )
  }
  const rows = children.flatMap((child): TableRow[] => {
    if (child.type !== 'containerDirective' || child.name !== 'row') {
      reading.mistake(child, 'a ::::table holds one Markdown table, or :::row blocks')
      return []
    }
    checked(child, reading)
    return [{ type: 'tableRow', content: cellsOf(child, reading, blocks) }]
  })
  if (rows.length === 0) reading.mistake(node, 'a table holds at least one row')
  return rows.length > 0 ? [{ type: 'table', attrs: { caption }, content: rows }] : []
}

function cellsOf(row: ContainerDirective, reading: MarkdownReading, blocks: Blocks): TableCell[] {
  const cells = bodyOf(row).flatMap((child): TableCell[] => {
    if (child.type !== 'containerDirective' || child.name !== 'cell') {
      reading.mistake(child, 'a row holds :::cell blocks')
      return []
    }
    checked(child, reading)
    const { header, colspan, rowspan, align = null } = child.attributes ?? {}
    if (align !== null && align !== 'start' && align !== 'center' && align !== 'end') {
      reading.mistake(child, `align is "${align}"; expected start, center or end`)
    }
    const attrs = {
      colspan: spanOf(child, colspan, reading),
      rowspan: spanOf(child, rowspan, reading),
      align: align as 'start' | 'center' | 'end' | null,
    }
    const type = typeof header === 'string' ? 'tableHeader' : 'tableCell'
    return [{ type, attrs, content: filled(blocks(bodyOf(child), reading)) }]
  })
  if (cells.length === 0) reading.mistake(row, 'a row holds at least one cell')
  return cells
}

function spanOf(node: Directive, value: string | null | undefined, reading: MarkdownReading): number {
  if (value === undefined || value === null) return 1
  if (/^[1-9]\d?$/.test(value) || value === '100') return Number(value)
  reading.mistake(node, `"${value}" is not a number of cells; expected 1 to 100`)
  return 1
}
