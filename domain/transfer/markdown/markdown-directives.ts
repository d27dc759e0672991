import type { RootContent } from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import type { BlockNode, Figure, Paragraph, TableCell, TableRow, Video } from '#body/body.ts'
import { pageAddressFault } from '#body/links.ts'
import { bodyOf, captionOf, checked, type Directive, filled, languageOf } from './directive-parts.ts'
import { audioOf, blocksInLanguage, detailsOf, embedOf, fileOf, infoBoxOf } from './extra-directives.ts'
import type { MarkdownReading } from './markdown-reading.ts'
import { ART_PARAMETERS } from './seed-body.ts'
import { verseOf } from './verse-directive.ts'

export type Blocks = (nodes: RootContent[], reading: MarkdownReading) => BlockNode[]

/** Reads a block directive. `blocks` reads the blocks inside it. */
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
      const content = filled(blocks(bodyOf(node), reading))
      const cite = node.attributes?.cite ?? null
      return [{ type: 'blockquote', attrs: { lang: null, ...languageOf(node, reading), cite }, content }]
    }
    case 'embed':
      return embedOf(node, reading)
    case 'audio':
      return [audioOf(node, reading)]
    case 'file':
      return [fileOf(node, reading)]
    case 'verse':
      return [verseOf(node, reading)]
    case 'info':
      return [infoBoxOf(node, reading, blocks)]
    case 'details':
      return [detailsOf(node, reading, blocks)]
    case 'lang':
      return blocksInLanguage(node, reading, blocks)
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
  return [
    {
      type: 'pullQuote',
      attrs: { cite: node.attributes?.cite ?? null, ...languageOf(node, reading) },
      content: paragraphs,
    },
  ]
}

/* Inside is an ordinary table, which gets the caption, or rows and cells one by one. */
function tableOf(node: Directive, reading: MarkdownReading, blocks: Blocks): BlockNode[] {
  const attrs = { caption: node.attributes?.caption ?? null, ...languageOf(node, reading) }
  const children = bodyOf(node)
  if (children.length === 1 && children[0]?.type === 'table') {
    return blocks(children, reading).map(block => (block.type === 'table' ? { ...block, attrs } : block))
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
  return rows.length > 0 ? [{ type: 'table', attrs, content: rows }] : []
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
