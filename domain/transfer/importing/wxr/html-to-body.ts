import { parseDocument } from 'htmlparser2'
import type { BlockNode, Body, InlineNode } from '#body/body.ts'
import { classicToHtml, hasBlocks } from './classic-paragraphs.ts'
import type { BlockContext, ConversionContext } from './conversion-context.ts'
import { definitionList, detailsBlocks, listBlock, quoteBlock, tableBlock } from './html-blocks.ts'
import { DROPPED_WHOLE, INLINE, MEDIA } from './html-elements.ts'
import { inlineOf, tidyInline } from './html-inline.ts'
import { noteLook } from './html-look.ts'
import {
  audioBlock,
  figureBlock,
  frameBlock,
  galleryBlock,
  isGallery,
  pictureBlock,
  videoBlock,
} from './html-media.ts'
import { type HtmlElement, type HtmlNode, isElement } from './html-node.ts'
import { preformattedBlock } from './html-preformatted.ts'
import { expandShortcodes } from './shortcodes.ts'

/** Converts one WordPress text to our schema. Everything dropped or simplified is counted in `context.losses`. */
export function htmlToBody(source: string, context: ConversionContext): Body {
  noteDynamicBlocks(source, context)
  const marked = expandShortcodes(source, context)
  const html = hasBlocks(source) ? marked : classicToHtml(marked)
  const { children } = parseDocument(html, { decodeEntities: true })
  refuseTooDeep(children)
  const blocks: BlockContext = { ...context, blocksOf: nodes => blocksOf(nodes, blocks) }
  const content = blocks.blocksOf(children)
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] }
}

/*
 * An article nests a handful of levels; a page without closing tags nests thousands, which would overflow the stack.
 */
const DEEPEST = 400

function refuseTooDeep(nodes: HtmlNode[]): void {
  let level = nodes
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) throw new Error(`its HTML is nested more than ${DEEPEST} elements deep`)
    level = level.flatMap(node => (isElement(node) ? node.children : []))
  }
}

/** Converts a run of HTML to blocks; loose text between blocks becomes paragraphs. */
function blocksOf(nodes: HtmlNode[], context: BlockContext): BlockNode[] {
  const blocks: BlockNode[] = []
  let loose: HtmlNode[] = []
  const flush = () => {
    if (loose.length > 0) blocks.push(...paragraphs(loose, context))
    loose = []
  }
  for (const node of nodes) {
    if (node.type === 'comment') continue
    if (node.type === 'text' || (isElement(node) && INLINE.has(node.name) && !holdsBlocks(node))) {
      loose.push(node)
      continue
    }
    if (!isElement(node)) continue
    flush()
    blocks.push(...elementBlocks(node, context))
  }
  flush()
  return blocks
}

function holdsBlocks(element: HtmlElement): boolean {
  return element.children.some(child => isElement(child) && (!INLINE.has(child.name) || holdsBlocks(child)))
}

function elementBlocks(element: HtmlElement, context: BlockContext): BlockNode[] {
  const { name, children } = element
  noteLook(element, context.losses)
  if (DROPPED_WHOLE.has(name)) {
    context.losses.drop(`<${name}>`)
    return []
  }
  if (isGallery(element)) return galleryBlock(element, context)
  switch (name) {
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return heading(element, context)
    case 'ul':
    case 'ol':
      return listBlock(element, context)
    case 'blockquote':
      return [quoteBlock(element, context)]
    case 'pre':
      return preformattedBlock(element, context)
    case 'table':
      return [tableBlock(element, context, null)]
    case 'dl':
      return definitionList(element, context)
    case 'details':
      return detailsBlocks(element, context)
    case 'hr':
      return [{ type: 'horizontalRule' }]
    case 'figure':
      return figureBlock(element, context)
    case 'img':
      return [pictureBlock(element, context)]
    case 'video':
      return [videoBlock(element, context)]
    case 'audio':
      return [audioBlock(element, context)]
    case 'iframe':
      return [frameBlock(element, context)]
    case 'p':
      return paragraphs(children, context)
    default:
      /* Containers, and links around blocks, are replaced by their content. */
      return blocksOf(children, context)
  }
}

/** Splits a run of text at its pictures: each picture becomes a block between the text before and after it. */
function paragraphs(nodes: HtmlNode[], context: BlockContext): BlockNode[] {
  const blocks: BlockNode[] = []
  let inline: HtmlNode[] = []
  const flush = () => {
    const content = tidyInline(inlineOf(inline, context))
    if (hasText(content)) blocks.push({ type: 'paragraph', content })
    inline = []
  }
  const visit = (node: HtmlNode) => {
    if (isElement(node) && (MEDIA.has(node.name) || containsMedia(node))) {
      flush()
      if (node.name === 'a' && node.children.filter(isElement).length === 1) {
        const picture = findPicture(node)
        if (picture) {
          blocks.push(pictureBlock(picture, context, node.attribs.href))
          inline.push(...node.children.filter(child => child.type === 'text' && child.data.trim() !== ''))
          return
        }
      }
      if (MEDIA.has(node.name)) blocks.push(...elementBlocks(node, context))
      else for (const child of node.children) visit(child)
    } else inline.push(node)
  }
  for (const node of nodes) visit(node)
  flush()
  return blocks
}

function containsMedia(element: HtmlElement): boolean {
  return element.children.some(child => isElement(child) && (MEDIA.has(child.name) || containsMedia(child)))
}

function findPicture(element: HtmlElement): HtmlElement | undefined {
  for (const child of element.children) {
    if (!isElement(child)) continue
    const found = child.name === 'img' ? child : findPicture(child)
    if (found) return found
  }
  return undefined
}

function hasText(content: InlineNode[]): boolean {
  return content.some(node => node.type === 'text' && node.text.replace(/\u00a0/g, ' ').trim() !== '')
}

function heading(element: HtmlElement, context: BlockContext): BlockNode[] {
  const original = Number(element.name.slice(1))
  const level = Math.min(Math.max(original, 2), 4) as 2 | 3 | 4
  if (level !== original) context.losses.simplify(`h${original} became h${level}`)
  const content = tidyInline(inlineOf(element.children, context))
  const pictures = containsMedia(element)
    ? paragraphs(element.children.filter(isElement).filter(containsOrIsMedia), context)
    : []
  return [...(hasText(content) ? [{ type: 'heading', attrs: { level }, content } as const] : []), ...pictures]
}

function containsOrIsMedia(element: HtmlElement): boolean {
  return MEDIA.has(element.name) || containsMedia(element)
}

const SILENT = new Set(['more', 'paragraph', 'nextpage', 'footnotes'])

/* WordPress renders a block without HTML on each request, so there is no content to import. */
function noteDynamicBlocks(source: string, context: ConversionContext): void {
  for (const [, name = ''] of source.matchAll(/<!--\s*wp:([\w/-]+)(?:(?!-->)[\s\S])*\/-->/g)) {
    if (!SILENT.has(name)) context.losses.drop(`block ${name}`)
  }
  for (const _ of source.matchAll(/<!--nextpage-->/g)) context.losses.simplify('page break')
}
