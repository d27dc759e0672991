import type { BlockNode, DetailsSummary, Figure, InfoBoxHeading } from '#body/body.ts'
import type { FeedArticle, Picture, VideoFile } from '#db/shapes.ts'
import type { BodyWords } from './body-context.ts'
import type { Enclosure, FeedMedia } from './feed.ts'
import { fileUrl, pictureFile } from './media-files.ts'

type Plain = (text: string) => string

/** Every picture and film of an article, each once, the one above its text first. */
export function articleMedia(
  article: Pick<FeedArticle, 'lead' | 'body' | 'pictures' | 'videos'>,
  siteUrl: string,
  words: BodyWords,
  plain: Plain,
): FeedMedia[] {
  const { lead, body, pictures, videos } = article
  const figures = figuresOf(body).flatMap(figure => {
    const picture = pictures.get(figure.attrs.media ?? 0)
    return picture ? [withOwnWords(picture, figure)] : []
  })
  const images = [...(lead ? [lead] : []), ...figures].map(picture =>
    pictureMedia(picture, siteUrl, words, plain),
  )
  const films = [...videos.values()].map(file => videoMedia(file, siteUrl))
  const all = [...images, ...films]
  return all.filter((each, index) => all.findIndex(other => other.url === each.url) === index)
}

/** Files that can be heard or seen on their own: recordings of ours, then films. */
export function enclosuresOf(
  { videos, attachments }: Pick<FeedArticle, 'videos' | 'attachments'>,
  siteUrl: string,
): Enclosure[] {
  const recordings = [...attachments.values()].filter(({ kind }) => kind === 'audio')
  return [...recordings, ...videos.values()].map(file => {
    const { mime, bytes, seconds } = file
    return { url: fileUrl(file, siteUrl), mime, bytes, seconds }
  })
}

function pictureMedia(picture: Picture, siteUrl: string, words: BodyWords, plain: Plain): FeedMedia {
  const description = picture.caption ?? (picture.alt || null)
  const credit = picture.credit ?? (picture.art ? words.artCredit : null)
  return {
    ...pictureFile(picture, siteUrl),
    medium: 'image',
    bytes: null,
    seconds: null,
    description: description && plain(description),
    credit: credit && plain(credit),
  }
}

function videoMedia(file: VideoFile, siteUrl: string): FeedMedia {
  const { mime, width, height, bytes, seconds } = file
  const size = { width, height, bytes, seconds }
  return { url: fileUrl(file, siteUrl), mime, medium: 'video', ...size, description: null, credit: null }
}

function withOwnWords(picture: Picture, { attrs }: Figure): Picture {
  return { ...picture, alt: attrs.alt || picture.alt, credit: attrs.credit ?? picture.credit }
}

type Parts = readonly (BlockNode | InfoBoxHeading | DetailsSummary)[]

function figuresOf({ content }: { content: Parts }): Figure[] {
  return content.flatMap(node => {
    if (node.type === 'figure') return [node]
    if (node.type === 'infoBox' || node.type === 'details') return figuresOf(node)
    return node.type === 'gallery' ? node.content : []
  })
}
