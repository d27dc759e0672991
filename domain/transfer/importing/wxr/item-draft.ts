import crypto from 'node:crypto'
import { cleanSlug } from '#addresses/slug.ts'
import type { BlockNode, Body } from '#body/body.ts'
import { canonicalJson } from '#body/canonical-json.ts'
import { parseBody } from '#body/parse-body.ts'
import { inlineText } from '#body/plain-text.ts'
import type { StoryKind } from '#db/shapes.ts'
import type { Locale } from '#i18n/locales.ts'
import type { ConversionContext } from './conversion-context.ts'
import { htmlToBody } from './html-to-body.ts'
import { changedLater, publishedOf } from './item-dates.ts'
import { type ItemStatus, lastingStatus, statusOf } from './item-status.ts'
import { Losses } from './losses.ts'
import type { ImportedFiles } from './pictures.ts'
import { plainText } from './plain-text.ts'
import type { Survey } from './survey.ts'
import { mediaAddresses } from './uploads.ts'
import type { WxrItem } from './wxr-event.ts'

/** An item of the export, converted to the fields of an article or a page. */
export type ItemDraft = {
  headline: string
  standfirst: string
  slug: string
  body: Body
  kind: StoryKind
  status: ItemStatus
  publishedAt: Date
  updatedAt: Date | null
  lead: { media: number | null; alt: string; caption: string | null } | null
  losses: Losses
  notes: string[]
  hash: string
}

/** Converts one item. Its pictures are looked up and kept first; nothing else is written. */
export async function draftItem(
  item: WxrItem,
  locale: Locale,
  survey: Survey,
  files: ImportedFiles,
  now: Date,
): Promise<ItemDraft> {
  const losses = new Losses()
  const notes: string[] = []
  const own = [...survey.attachments.values()].filter(attachment => attachment.parent === item.id)
  const featured = survey.attachments.get(item.meta._thumbnail_id ?? '')
  const galleryIds = [
    ...item.content.matchAll(/\[gallery\b[^\]]*?(?:ids|include)\s*=\s*["']?([\d,\s]+)/g),
  ].flatMap(match => (match[1] ?? '').split(',').map(id => id.trim()))
  const gallery = item.content.includes('[gallery')
    ? [...own.map(attachment => attachment.id), ...galleryIds]
    : []
  const addresses = [
    ...mediaAddresses(item.content),
    ...gallery.flatMap(id => survey.attachments.get(id)?.url ?? []),
    ...(featured ? [featured.url] : []),
  ]
  await files.prepare(addresses)
  const context = contextFor(
    locale,
    survey,
    files,
    losses,
    own.map(attachment => attachment.id),
  )
  const body = parseBody(htmlToBody(withFootnotes(item), context))
  const { at: published, note: dateNote } = publishedOf(item)
  const { status, note } = statusOf(item, published, now)
  if (dateNote && item.status !== 'draft') notes.push(dateNote)
  if (note) notes.push(note)
  const garbled = [item.title, item.excerpt, item.content].join().split('\ufffd').length - 1
  if (garbled > 0) notes.push(`${garbled} ${garbled === 1 ? 'letter' : 'letters'} could not be read (�)`)
  if (item.sticky) losses.simplify('sticky post')
  if (item.comments > 0) losses.drop('comments')
  const headline = plainText(item.title) || madeUpHeadline(body, item, notes)
  const missing = addresses.filter(url => files.missing.has(url) || files.unreadable.has(url))
  for (const url of missing) losses.missed(url, files.unreadable.get(url))
  const lead = featured
    ? {
        media: files.picture(featured.url).media,
        alt: featured.alt,
        caption: plainText(featured.caption) || null,
      }
    : null
  const draft = {
    headline,
    standfirst: plainText(item.excerpt),
    slug: cleanSlug(decode(item.slug)),
    body,
    kind: kindOf(item),
    status,
    publishedAt: published ?? now,
    updatedAt: changedLater(item, published),
    lead,
  }
  /* The line is not part of the content, and comments are not imported. */
  const { line: _line, comments: _comments, ...content } = item
  const hash = hashOf({ content, locale, lead, status: lastingStatus(item, status), found: missing.length })
  return { ...draft, losses, notes, hash }
}

/* The block editor stores footnotes in post meta; an empty block marks their place in the text. */
function withFootnotes(item: WxrItem): string {
  return item.content.replace(/<!--\s*wp:footnotes\b(?:(?!-->)[\s\S])*\/-->/, () => {
    try {
      const notes = JSON.parse(item.meta.footnotes ?? '[]') as { content?: string }[]
      return `<ol>${notes.map(note => `<li>${note.content ?? ''}</li>`).join('')}</ol>`
    } catch {
      return ''
    }
  })
}

function contextFor(
  locale: Locale,
  survey: Survey,
  files: ImportedFiles,
  losses: Losses,
  own: string[],
): ConversionContext {
  return {
    locale,
    losses,
    href: raw => hrefOf(raw, survey.site.link),
    picture: url => files.picture(url),
    video: url => files.video(url),
    attachment: id => survey.attachments.get(id),
    ownPictures: () => own.filter(id => !VIDEO_OR_SOUND.test(survey.attachments.get(id)?.url ?? '')),
  }
}

const VIDEO_OR_SOUND = /\.(mp4|m4v|webm|mov|ogv|mp3|m4a|ogg|wav|pdf|docx?|xlsx?|zip)$/i

/*
 * Links within the old site lose their host, so that they lead through our redirects on whatever host the portal
 * runs.
 */
function hrefOf(raw: string, site: string): string | null {
  const href = raw.trim()
  if (/^(mailto|tel):/i.test(href)) return href
  try {
    const base = new URL(site || 'http://old.invalid')
    const url = new URL(href, base)
    if (!/^https?:$/.test(url.protocol)) return null
    if (url.host === base.host) return `${url.pathname}${url.search}${url.hash}`
    return url.href
  } catch {
    return null
  }
}

function kindOf(item: WxrItem): StoryKind {
  const format = item.terms.find(term => term.domain === 'post_format')?.slug
  if (format === 'post-format-gallery') return 'gallery'
  return format === 'post-format-video' ? 'video' : 'news'
}

const HEADLINE_WORDS = 10

function madeUpHeadline(body: Body, item: WxrItem, notes: string[]): string {
  const words = firstText(body.content).split(/\s+/).filter(Boolean)
  const made = words.slice(0, HEADLINE_WORDS).join(' ')
  notes.push(made ? 'no title: made from its first words' : 'no title and no text')
  return made ? `${made}${words.length > HEADLINE_WORDS ? '…' : ''}` : item.slug || `#${item.id}`
}

function firstText(blocks: BlockNode[]): string {
  for (const block of blocks) {
    if ((block.type === 'paragraph' || block.type === 'heading') && block.content) {
      const text = inlineText(block.content)
      if (text.trim()) return text
    }
  }
  return ''
}

function decode(slug: string): string {
  try {
    return decodeURIComponent(slug)
  } catch {
    return slug
  }
}

function hashOf(value: unknown): string {
  return crypto.createHash('sha256').update(canonicalJson(value)).digest('hex').slice(0, 32)
}
