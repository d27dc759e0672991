import type { Locale } from '#i18n/locales.ts'
import type { BodyWords } from './body-context.ts'

const feedFormats = ['rss', 'atom', 'json'] as const
export type FeedFormat = (typeof feedFormats)[number]

/** A feed as all three formats carry it. Every text is plain, and isolated where it turns; every address is complete. */
export type Feed = {
  /** Never changes, whatever happens to names and addresses. */
  id: string
  locale: Locale
  siteName: string
  siteUrl: string
  title: string
  description: string
  /** The page that lists the same. */
  pageUrl: string
  urls: Record<FeedFormat, string>
  /** The WebSub hub that tells whoever subscribed to it of changes; null: none. */
  hub: string | null
  items: FeedItem[]
  /** When the newest of the items changed last; null for an empty feed. */
  updatedAt: Date | null
  words: FeedWords
}

export type FeedItem = {
  id: string
  url: string
  title: string
  summary: string
  /** The whole text as HTML, in an element that says its language and direction. */
  html: string
  publishedAt: Date
  updatedAt: Date
  authors: { name: string; url: string; portraitUrl: string | null }[]
  categories: string[]
  /** Pictures and films, the lead first. */
  media: FeedMedia[]
  /** The media that can be heard or seen without the text, the best first. */
  enclosures: Enclosure[]
}

export type FeedMedia = {
  url: string
  mime: string
  medium: 'image' | 'video'
  width: number
  height: number
  bytes: number | null
  seconds: number | null
  description: string | null
  credit: string | null
}

export type Enclosure = { url: string; mime: string; bytes: number; seconds: number | null }

/** The words that a feed prints of its own, in its language. */
export type FeedWords = BodyWords & {
  /** The heading of corrections, for so many. */
  corrections: (count: number) => string
  /** For a person who opens the feed in a browser: what this is, and where to go. */
  whatThisIs: string
  openPage: string
  /** Where there is nothing yet. */
  empty: string
  /** Between the names of several authors. */
  names: (names: string[]) => string
}
