import type { BlockNode, Figure, InlineNode } from '#body/body.ts'
import { inlineText } from '#body/plain-text.ts'
import type { BlockContext, ConversionContext } from './conversion-context.ts'
import { pullQuoteBlock, tableBlock } from './html-blocks.ts'
import { inlineOf, tidyInline } from './html-inline.ts'
import { type HtmlElement, isElement, textOf } from './html-node.ts'

const classOf = (element: HtmlElement) => element.attribs.class ?? ''

/** Converts a figure of the block editor according to its content. */
export function figureBlock(figure: HtmlElement, context: BlockContext): BlockNode[] {
  if (/\bwp-block-pullquote\b/.test(classOf(figure))) return pullQuoteBlock(figure, context)
  const caption = captionOf(figure, context)
  const table = find(figure, 'table')
  if (table) return [tableBlock(table, context, inlineText(caption) || null)]
  const video = find(figure, 'video')
  if (video) return captioned(videoBlock(video, context), caption)
  const audio = find(figure, 'audio')
  if (audio) return captioned(audioBlock(audio, context), caption)
  const frame = find(figure, 'iframe')
  if (frame) return captioned(frameBlock(frame, context), caption)
  const picture = find(figure, 'img')
  if (picture) {
    const link = find(figure, 'a')
    const block = pictureBlock(picture, context, link && find(link, 'img') ? link.attribs.href : undefined)
    return [withCaption(block, caption)]
  }
  if (/\bwp-block-embed\b/.test(classOf(figure))) return embedBlocks(figure, caption, context)
  return context.blocksOf(figure.children)
}

/** Whether an element is a gallery. */
export function isGallery(element: HtmlElement): boolean {
  return (
    /\b(wp-block-gallery|blocks-gallery-grid|gallery)\b/.test(classOf(element)) &&
    findAll(element, 'img').length > 0
  )
}

export function galleryBlock(element: HtmlElement, context: ConversionContext): BlockNode[] {
  const figures = findAll(element, 'img').map(picture => {
    const figure = closestFigure(element, picture)
    const block = pictureBlock(picture, context)
    return figure && figure !== element && find(figure, 'img') === picture
      ? withCaption(block, captionOf(figure, context))
      : block
  })
  const own = element.children.filter(isElement).find(child => child.name === 'figcaption')
  const caption = own ? tidyInline(inlineOf(own.children, context)) : []
  return [
    ...(figures.length > 0 ? [{ type: 'gallery', content: figures } as const] : []),
    ...captionParagraph(caption),
  ]
}

/** A picture in the text. `link` is the target of its link, which is dropped when it is just an image file. */
export function pictureBlock(picture: HtmlElement, context: ConversionContext, link?: string): Figure {
  const { src = '', alt = '' } = picture.attribs
  const href = link && !/\.(jpe?g|png|gif|webp|avif)(\?|$)/i.test(link) ? context.href(link) : null
  return { type: 'figure', attrs: { ...context.picture(src), alt: alt.trim(), credit: null, href } }
}

export function videoBlock(video: HtmlElement, context: ConversionContext): BlockNode {
  const src = video.attribs.src ?? find(video, 'source')?.attribs.src ?? ''
  const title = video.attribs.title ?? ''
  const media = src ? context.video(src) : null
  if (media !== null) return { type: 'video', attrs: { media, url: null, poster: null, title } }
  if (!src) {
    context.losses.drop('video without a file')
    return { type: 'paragraph' }
  }
  context.losses.simplify('video became a link')
  return linkParagraph(src, context)
}

export function audioBlock(audio: HtmlElement, context: ConversionContext): BlockNode {
  const src = audio.attribs.src ?? find(audio, 'source')?.attribs.src ?? ''
  if (!src) {
    context.losses.drop('sound without a file')
    return { type: 'paragraph' }
  }
  context.losses.simplify('sound became a link')
  return linkParagraph(src, context)
}

const PLAYERS =
  /^https?:\/\/(?:www\.)?(?:youtube(?:-nocookie)?\.com|youtu\.be|player\.vimeo\.com|vimeo\.com)\//i

export function frameBlock(frame: HtmlElement, context: ConversionContext): BlockNode {
  const src = (frame.attribs.src ?? '').replace(/^\/\//, 'https://')
  if (PLAYERS.test(src)) return playerVideo(src, frame.attribs.title ?? '')
  if (!src) {
    context.losses.drop('<iframe>')
    return { type: 'paragraph' }
  }
  context.losses.simplify('frame became a link')
  return linkParagraph(src, context)
}

/** An address on a line of its own, which WordPress would embed. */
function embedAddress(url: string, context: ConversionContext): BlockNode {
  if (PLAYERS.test(url)) return playerVideo(url, '')
  context.losses.simplify('embed became a link')
  return linkParagraph(url, context)
}

function playerVideo(src: string, title: string): BlockNode {
  const id = /(?:embed\/|v=|youtu\.be\/)([\w-]{6,})/.exec(src)?.[1]
  const vimeo = /vimeo\.com\/(?:video\/)?(\d+)/.exec(src)?.[1]
  const url = vimeo
    ? `https://vimeo.com/${vimeo}`
    : id
      ? `https://www.youtube.com/watch?v=${id}`
      : src.replace(/^http:/, 'https:')
  return { type: 'video', attrs: { media: null, url, poster: null, title } }
}

function embedBlocks(figure: HtmlElement, caption: InlineNode[], context: BlockContext): BlockNode[] {
  const wrapper = figure.children.filter(isElement).find(child => /wrapper/.test(classOf(child)))
  const url =
    textOf(wrapper ?? figure)
      .trim()
      .split(/\s/)[0] ?? ''
  if (!/^https?:\/\//.test(url)) return context.blocksOf(figure.children)
  return captioned(embedAddress(url, context), caption)
}

function withCaption<Block extends BlockNode>(block: Block, caption: InlineNode[]): Block {
  return caption.length > 0 && (block.type === 'figure' || block.type === 'video')
    ? { ...block, content: caption }
    : block
}

/* A paragraph with a link has no caption, so the caption becomes a paragraph below it. */
function captioned(block: BlockNode, caption: InlineNode[]): BlockNode[] {
  return block.type === 'video' ? [withCaption(block, caption)] : [block, ...captionParagraph(caption)]
}

function captionParagraph(caption: InlineNode[]): BlockNode[] {
  return caption.length > 0 ? [{ type: 'paragraph', content: caption }] : []
}

function captionOf(figure: HtmlElement, context: ConversionContext): InlineNode[] {
  const caption = find(figure, 'figcaption')
  return caption ? tidyInline(inlineOf(caption.children, context)).filter(node => node.type === 'text') : []
}

function linkParagraph(url: string, context: ConversionContext): BlockNode {
  const href = context.href(url)
  return {
    type: 'paragraph',
    content: [
      { type: 'text', text: url, ...(href ? { marks: [{ type: 'link' as const, attrs: { href } }] } : {}) },
    ],
  }
}

function findAll(element: HtmlElement, name: string): HtmlElement[] {
  return element.children
    .filter(isElement)
    .flatMap(child => (child.name === name ? [child] : findAll(child, name)))
}

function find(element: HtmlElement, name: string): HtmlElement | undefined {
  return findAll(element, name)[0]
}

function closestFigure(root: HtmlElement, element: HtmlElement): HtmlElement | null {
  let current = element.parent
  while (current && current !== root) {
    if (current.type === 'tag' && /^(figure|li|dl)$/.test(current.name)) return current
    current = current.parent
  }
  return null
}
