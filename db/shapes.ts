/** What queries give to pages: plain objects, shaped for drawing, never a raw row. */

import type { Body } from '#body/body.ts'
import type { Locale } from '#i18n/locales.ts'

export type Glaze =
  | 'region'
  | 'economy'
  | 'climate'
  | 'science'
  | 'culture'
  | 'sport'
  | 'cities'
  | 'telecoms'
  | 'opinion'

export type StoryKind = 'news' | 'opinion' | 'live' | 'gallery' | 'video'

/** A picture with its renditions: files are named `<name>-<width>.<avif|webp|jpeg>` under /media/. */
export type Picture = {
  id: number
  name: string
  width: number
  height: number
  /** Pattern art is decoration: its alternative text is empty and its credit says what it is. */
  art: boolean
  alt: string
  caption: string | null
  credit: string | null
  /** Dominant colour, `#rrggbb`. */
  color: string
}

export type VideoFile = {
  id: number
  name: string
  extension: 'mp4' | 'webm'
  mime: string
  width: number
  height: number
  bytes: number
  seconds: number | null
}

export type SectionRef = { id: number; key: string; glaze: Glaze; name: string; slug: string }

export type TopicRef = { id: number; name: string; slug: string }

export type AuthorRef = { id: number; name: string; slug: string; portrait: Picture | null }

/** One line of a list of headlines. */
export type HeadlineItem = {
  storyId: number
  headline: string
  slug: string
  section: SectionRef
  publishedAt: Date
}

/** The most read of a language, the most read first. */
export type MostRead = { today: HeadlineItem[]; week: HeadlineItem[] }

/** A story as a card or a row of a list. */
export type Teaser = HeadlineItem & {
  kind: StoryKind
  standfirst: string
  picture: Picture | null
  authors: AuthorRef[]
  readingMinutes: number
}

export type Page<Item> = { items: Item[]; page: number; hasNext: boolean }

/** A year, a month (1 to 12) or a day of the archive; without anything, all of it. */
export type ArchiveDate = { year?: number; month?: number; day?: number }

/** Where one can go from a page of the archive: everything named holds something to read. */
export type ArchiveCalendar = {
  years: number[]
  year: number
  months: number[]
  month: number
  days: number[]
}

/** What a page of the archive shows: a month's or a day's headlines, or the way to them with those of one day. */
export type ArchiveView =
  | { kind: 'empty' }
  | { kind: 'overview'; calendar: ArchiveCalendar; newestDay: number; headlines: Page<HeadlineItem> }
  | { kind: 'period'; calendar: ArchiveCalendar; day?: number; headlines: Page<HeadlineItem> }

export type StandingPageRef = { key: string; slug: string; title: string }

/** What an article's address is made of; `articlePath` of i18n/paths makes it. */
export type ArticleAddress = { locale: Locale; storyId: number; sectionSlug: string; slug: string }

export type Breaking = {
  id: string
  text: string
  at: Date
  /** When the strip ends by itself; null: when somebody takes it away. */
  until: Date | null
  article: ArticleAddress | null
}

/** What stands on every page of a language. */
export type Frame = {
  locale: Locale
  site: {
    name: string
    tagline: string
    description: string
    contact: { email: string | null; phone: string | null }
  }
  /** The same in the other language: both names stand on the nameplate. */
  otherSite: { name: string; tagline: string }
  sections: SectionRef[]
  pages: StandingPageRef[]
  breaking: Breaking | null
}

export type Band = { section: SectionRef; stories: Teaser[] }

export type Front = {
  lead: Teaser | null
  leadMore: Teaser[]
  second: Teaser[]
  latest: HeadlineItem[]
  bands: Band[]
  feature: Teaser | null
  featureMore: Teaser[]
  opinion: Teaser[]
  /** Kind video or gallery. */
  watch: Teaser[]
  /** The newest headlines, in columns at the foot of the front. */
  headlines: HeadlineItem[]
}

export type Correction = { at: Date; text: string }

export type Article = {
  id: number
  storyId: number
  locale: Locale
  kind: StoryKind
  section: SectionRef
  slug: string
  headline: string
  standfirst: string
  body: Body
  /** Pictures and videos that the body and the head of the article name, by media id. */
  pictures: Map<number, Picture>
  videos: Map<number, VideoFile>
  lead: Picture | null
  authors: AuthorRef[]
  topics: TopicRef[]
  corrections: Correction[]
  publishedAt: Date
  /** The last substantive change; null when nothing changed since publication. */
  updatedAt: Date | null
  readingMinutes: number
  seo: { title: string | null; description: string | null }
  /** The same story in the other language, when it is published there. */
  translation: Translation | null
}

export type Translation = ArticleAddress & { headline: string; publishedAt: Date }

export type ArticleAnswer =
  | { state: 'published'; article: Article }
  | { state: 'withdrawn'; section: SectionRef }
  /** Not in this language, but published in the other one. */
  | { state: 'elsewhere'; section: SectionRef; translation: Translation }
  | { state: 'missing' }

export type SectionPage = {
  section: SectionRef & { description: string }
  stories: Page<Teaser>
  /** Of the same list in the other language, when something is listed there; so for topics and authors. */
  otherSlug: string | null
}
export type TopicPage = {
  topic: TopicRef & { description: string }
  stories: Page<Teaser>
  otherSlug: string | null
}
export type AuthorPage = {
  author: AuthorRef & {
    role: string
    bio: string
    /** In the other language. */
    otherName: string | null
  }
  stories: Page<Teaser>
  otherSlug: string | null
}
export type StandingPage = {
  key: string
  slug: string
  title: string
  body: Body
  pictures: Map<number, Picture>
  videos: Map<number, VideoFile>
  updatedAt: Date
  otherSlug: string | null
}

/** What a feed is about; its front has no row of its own. */
export type FeedSubject = {
  kind: 'section' | 'topic' | 'author'
  id: number
  name: string
  slug: string
  description: string
}

/** An article as feeds carry it: all of it, but for what only its page draws. */
export type FeedArticle = HeadlineItem & {
  standfirst: string
  body: Body
  pictures: Map<number, Picture>
  videos: Map<number, VideoFile>
  lead: Picture | null
  authors: AuthorRef[]
  topics: TopicRef[]
  corrections: Correction[]
  /** The last substantive change; null when nothing changed since publication. */
  updatedAt: Date | null
}

/** What a sitemap says of an article. */
export type SitemapArticle = {
  storyId: number
  slug: string
  sectionSlug: string
  publishedAt: Date
  updatedAt: Date | null
  picture: Pick<Picture, 'name' | 'width' | 'height'> | null
}

/** The same of an article of the last days, for news. */
export type SitemapNews = Pick<SitemapArticle, 'storyId' | 'slug' | 'sectionSlug' | 'publishedAt'> & {
  headline: string
}

/** A page that lists something, or says something: when it last got something new; null when it is empty. */
export type ListedAddress = { slug: string; newestAt: Date | null }
