import type { Audio, Embed, Figure, FileBlock, Gallery, Video } from '#body/body.ts'
import { playerAddress } from '#body/player-address.ts'
import type { Picture } from '#db/shapes.ts'
import { type Content, element, emptyElement, type Markup, markup } from '#domain/distribution/xml/markup.ts'
import { absoluteUrl } from './absolute-url.ts'
import type { BodyContext } from './body-context.ts'
import { fileUrl, pictureFile } from './media-files.ts'
import { inlinesHtml, textHtml } from './text-html.ts'

/** A picture in the text, with caption and credit. Of one that an import could not find, the caption stays. */
export function figureHtml({ attrs, content }: Figure, context: BodyContext): Markup | null {
  const { direction, pictures, siteUrl, words } = context
  const picture = attrs.media === null ? undefined : pictures.get(attrs.media)
  const caption = content?.length ? inlinesHtml(content, context) : textOrNull(picture?.caption, context)
  const credit = attrs.credit ?? picture?.credit ?? (picture?.art ? words.artCredit : null)
  if (!picture) return caption && element('p', {}, caption)
  const drawn = pictureHtml(picture, attrs.alt, siteUrl)
  const linked = attrs.href ? element('a', { href: absoluteUrl(attrs.href, siteUrl) }, drawn) : drawn
  return element('figure', {}, linked, captionHtml(caption, credit && textHtml(credit, direction)))
}

export function galleryHtml({ content }: Gallery, context: BodyContext): Markup {
  return markup(content.map(figure => figureHtml(figure, context)))
}

/** The picture above a story. */
export function leadHtml(lead: Picture, context: BodyContext): Markup {
  const credit = lead.credit ?? (lead.art ? context.words.artCredit : null)
  return element(
    'figure',
    {},
    pictureHtml(lead, '', context.siteUrl),
    captionHtml(textOrNull(lead.caption, context), textOrNull(credit, context)),
  )
}

/** A film of ours with a link for feed readers that play none; a film elsewhere is the link alone. */
export function videoHtml({ attrs, content }: Video, context: BodyContext): Markup | null {
  const { siteUrl, words } = context
  const file = attrs.media === null ? undefined : context.videos.get(attrs.media)
  const poster = attrs.poster === null ? undefined : context.pictures.get(attrs.poster)
  const caption = content?.length ? inlinesHtml(content, context) : textOrNull(attrs.title, context)
  if (file) {
    const { width, height } = file
    const address = fileUrl(file, siteUrl)
    const player = { src: address, controls: 'controls', preload: 'none', width, height }
    const still = poster && pictureFile(poster, siteUrl).url
    return markup(
      element('figure', {}, element('video', { ...player, poster: still }), captionHtml(caption, null)),
      element('p', {}, element('a', { href: address }, words.downloadVideo)),
    )
  }
  if (!attrs.url) return caption && element('p', {}, caption)
  const link = { href: absoluteUrl(attrs.url, siteUrl) }
  const picture = poster && element('a', link, pictureHtml(poster, '', siteUrl))
  return markup(
    picture
      ? element('figure', {}, picture, captionHtml(caption, null))
      : caption && element('p', {}, caption),
    element('p', {}, element('a', link, words.watchVideo)),
  )
}

/** A page elsewhere as a link: feed readers load nothing of it. */
export function embedHtml({ attrs, content }: Embed, context: BodyContext): Markup {
  const { siteUrl, words, pictures } = context
  const { url, title, poster } = attrs
  const link = { href: absoluteUrl(url, siteUrl) }
  const picture = poster === null ? undefined : pictures.get(poster)
  const label = textHtml(title || words.openAt(playerAddress(url, context.locale).site), context.direction)
  return markup(
    picture && element('figure', {}, element('a', link, pictureHtml(picture, '', siteUrl))),
    element('p', {}, element('a', link, label)),
    content?.length ? element('p', {}, inlinesHtml(content, context)) : null,
  )
}

/** A recording of ours with a link for feed readers that play none; a recording elsewhere is the link alone. */
export function audioHtml({ attrs, content }: Audio, context: BodyContext): Markup | null {
  const { siteUrl, words, attachments } = context
  const file = attrs.media === null ? undefined : attachments.get(attrs.media)
  const caption = content?.length ? inlinesHtml(content, context) : null
  const title = textOrNull(attrs.title, context)
  if (!file && !attrs.url) return (caption ?? title) && element('p', {}, caption ?? title)
  const address = file ? fileUrl(file, siteUrl) : absoluteUrl(attrs.url ?? '', siteUrl)
  const label = file ? words.downloadAudio : words.openAt(playerAddress(address, context.locale).site)
  return markup(
    title && element('p', {}, element('strong', {}, title)),
    file && element('audio', { src: address, controls: 'controls', preload: 'none' }),
    element('p', {}, element('a', { href: address }, textHtml(label, context.direction))),
    caption && element('p', {}, caption),
  )
}

/** A file to download as a link. */
export function fileHtml({ attrs }: FileBlock, context: BodyContext): Markup | null {
  const { siteUrl, words, attachments } = context
  const file = attrs.media === null ? undefined : attachments.get(attrs.media)
  const title = textOrNull(attrs.title || file?.sourceName, context)
  if (!file) return title && element('p', {}, title)
  return element('p', {}, element('a', { href: fileUrl(file, siteUrl) }, title ?? words.file))
}

function pictureHtml(picture: Picture, alt: string, siteUrl: string): Markup {
  const { url: src, width, height } = pictureFile(picture, siteUrl)
  return emptyElement('img', { src, width, height, alt: picture.art ? '' : alt || picture.alt })
}

function captionHtml(caption: Content, credit: Content): Markup | null {
  if (!caption && !credit) return null
  return element(
    'figcaption',
    {},
    caption,
    caption && credit ? ' ' : null,
    credit && element('small', {}, credit),
  )
}

function textOrNull(text: string | null | undefined, { direction }: BodyContext): Markup | null {
  return text ? textHtml(text, direction) : null
}
