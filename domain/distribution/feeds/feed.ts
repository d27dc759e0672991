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
  /** The page with the same list. */
  pageUrl: string
  urls: Record<FeedFormat, string>
  /** The WebSub hub that notifies subscribers of changes; null without one. */
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
  /** Recordings and films, which can be heard or seen without the text, the best first. */
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

/** The feed's own words, in its language. */
export type FeedWords = BodyWords & {
  /** The heading of corrections, for so many. */
  corrections: (count: number) => string
  /** Explains the feed to a person who opens it in a browser, and leads to the page. */
  whatThisIs: string
  openPage: string
  /** Stands in an empty feed. */
  empty: string
  /** Between the names of several authors. */
  names: (names: string[]) => string
}
