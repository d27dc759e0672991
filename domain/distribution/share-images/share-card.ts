import { createHash } from 'node:crypto'
import type { Article, Frame, Glaze, SectionRef } from '#db/shapes.ts'
import { isLocale, type Locale } from '#i18n/locales.ts'

/** Raise this when the rendering changes: new names make every cache ask again. */
const RECIPE = 1

export const SHARE_IMAGE = { width: 1200, height: 630, type: 'image/jpeg' } as const

/** All content of a share image. */
export type ShareCard = {
  subject: ShareSubject
  locale: Locale
  /** The headline, or the section's name; null on the card of the whole site. */
  title: string | null
  /** Above the headline of an article. */
  section: string | null
  /** The colour; null on the card of the whole site. */
  glaze: Glaze | null
  /** The stem of a stored picture's name. */
  picture: string | null
  /** The site's name in this language and in the other. */
  names: [own: string, other: string]
  tagline: string
}

export type ShareSubject = { kind: 'story' | 'section'; id: number } | { kind: 'site' } | { kind: 'podcast' }

type ArticleFacts = Pick<Article, 'storyId' | 'headline' | 'section' | 'lead'>

export function articleCard({ storyId, headline, section, lead }: ArticleFacts, frame: Frame): ShareCard {
  return {
    ...siteCard(frame),
    subject: { kind: 'story', id: storyId },
    title: headline,
    section: section.name,
    glaze: section.glaze,
    picture: lead?.name ?? null,
  }
}

export function sectionCard(section: SectionRef, frame: Frame): ShareCard {
  return {
    ...siteCard(frame),
    subject: { kind: 'section', id: section.id },
    title: section.name,
    glaze: section.glaze,
  }
}

/** The card of all pages without a picture or colour of their own: the front, lists, topics, authors. */
export function siteCard({
  locale,
  site,
  otherSite,
}: Pick<Frame, 'locale' | 'site' | 'otherSite'>): ShareCard {
  return {
    subject: { kind: 'site' },
    locale,
    title: null,
    section: null,
    glaze: null,
    picture: null,
    names: [site.name, otherSite.name],
    tagline: site.tagline,
  }
}

/** The cover of a language's podcast. */
export function podcastCard(frame: Pick<Frame, 'locale' | 'site' | 'otherSite'>): ShareCard {
  return { ...siteCard(frame), subject: { kind: 'podcast' } }
}

/**
 * The file name of a card. It changes with everything that the card shows, so the content behind a name never changes.
 */
export function shareImageName(card: ShareCard): string {
  return `${stemOf(card.locale, card.subject)}-${versionOf(card)}.jpg`
}

/** The common beginning of the file names of all versions of a card. */
export function shareImageStem({ locale, subject }: Pick<ShareCard, 'locale' | 'subject'>): string {
  return stemOf(locale, subject)
}

/** The address of a card's file, without the origin. */
export function shareImagePath(card: ShareCard): string {
  return `/media/${shareImageName(card)}`
}

/** Parses a file name; null when it is no share image. */
export function parseShareImageName(fileName: string): { locale: Locale; subject: ShareSubject } | null {
  const match =
    /^share-([a-z]{2})-(?:(site|podcast)|(story|section)-([1-9]\d{0,15}))-[0-9a-f]{10}\.jpg$/.exec(fileName)
  if (!match) return null
  const [, locale, whole, kind, id] = match
  if (!isLocale(locale)) return null
  if (kind !== 'story' && kind !== 'section')
    return { locale, subject: { kind: whole === 'podcast' ? 'podcast' : 'site' } }
  return { locale, subject: { kind, id: Number(id) } }
}

function stemOf(locale: Locale, subject: ShareSubject): string {
  return 'id' in subject ? `share-${locale}-${subject.kind}-${subject.id}` : `share-${locale}-${subject.kind}`
}

function versionOf(card: ShareCard): string {
  return createHash('sha256')
    .update(`${RECIPE}\n${JSON.stringify(card)}`)
    .digest('hex')
    .slice(0, 10)
}
