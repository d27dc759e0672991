/** Results of queries for pages: plain objects in the shape that pages render, never raw rows. */

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

/** The kinds of media rows. */
export type MediaKind = 'image' | 'video' | 'audio' | 'file'

/** A file that a body offers for listening or downloading. */
export type Attachment = {
  id: number
  kind: 'audio' | 'file'
  name: string
  extension: string
  mime: string
  bytes: number
  seconds: number | null
  /** The file's own name where it came from. */
  sourceName: string | null
}

/** A recording of an article, which a person spoke. */
export type Recording = {
  /** The file's name: the hash of its content. */
  name: string
  bytes: number
  seconds: number
  /** Hash of the text that was spoken. */
  textHash: string
}

/** A sound of an article for feeds and podcasts. */
export type PublicSound = { name: string; bytes: number; seconds: number }

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

/** A year, a month (1 to 12) or a day of the archive; the whole archive when empty. */
export type ArchiveDate = { year?: number; month?: number; day?: number }

/** Links from a page of the archive. Each period that it names holds at least one article. */
export type ArchiveCalendar = {
  years: number[]
  year: number
  months: number[]
  month: number
  days: number[]
}

/** The content of an archive page: the headlines of a month or a day, or an overview with the headlines of one day. */
export type ArchiveView =
  | { kind: 'empty' }
  | { kind: 'overview'; calendar: ArchiveCalendar; newestDay: number; headlines: Page<HeadlineItem> }
  | { kind: 'period'; calendar: ArchiveCalendar; day?: number; headlines: Page<HeadlineItem> }

export type StandingPageRef = { key: string; slug: string; title: string }

/** The parts of an article's address; `articlePath` of addresses/paths.ts composes it. */
export type ArticleAddress = { locale: Locale; storyId: number; sectionSlug: string; slug: string }

export type Breaking = {
  id: string
  text: string
  at: Date
  /** The end of the strip; null when it stays until an editor removes it. */
  until: Date | null
  article: ArticleAddress | null
}

/** Content that every page of a language shares. */
export type Frame = {
  locale: Locale
  site: {
    name: string
    tagline: string
    description: string
    contact: { email: string | null; phone: string | null }
  }
  /** Names in the other language, because the nameplate has both. */
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
  /** The newest headlines that are not at the top already. */
  latest: HeadlineItem[]
  bands: Band[]
  feature: Teaser | null
  featureMore: Teaser[]
  opinion: Teaser[]
  /** Stories of the kind video or gallery. */
  watch: Teaser[]
  /** The newest headlines without a place. */
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
  attachments: Map<number, Attachment>
  lead: Picture | null
  authors: AuthorRef[]
  topics: TopicRef[]
  corrections: Correction[]
  recording: Recording | null
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
  /** Published only in the other language. */
  | { state: 'elsewhere'; section: SectionRef; translation: Translation }
  | { state: 'missing' }

export type SectionPage = {
  section: SectionRef & { description: string }
  stories: Page<Teaser>
  /**
   * The slug of the same list in the other language, when something is listed there; likewise for topics and authors.
   */
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
  attachments: Map<number, Attachment>
  updatedAt: Date
  otherSlug: string | null
}

/** The subject of a feed. The feed of the front has none. */
export type FeedSubject = {
  kind: 'section' | 'topic' | 'author'
  id: number
  name: string
  slug: string
  description: string
}

/** An article in a feed: all of it, except for parts that only its page shows. */
export type FeedArticle = HeadlineItem & {
  standfirst: string
  body: Body
  pictures: Map<number, Picture>
  videos: Map<number, VideoFile>
  attachments: Map<number, Attachment>
  lead: Picture | null
  authors: AuthorRef[]
  topics: TopicRef[]
  corrections: Correction[]
  /** The article read aloud; null where nobody has, or only the built-in voice. */
  sound: PublicSound | null
  /** The last substantive change; null when nothing changed since publication. */
  updatedAt: Date | null
}

/** An article in a sitemap. */
export type SitemapArticle = {
  storyId: number
  slug: string
  sectionSlug: string
  publishedAt: Date
  updatedAt: Date | null
  picture: Pick<Picture, 'name' | 'width' | 'height'> | null
}

/** A recent article in a news sitemap. */
export type SitemapNews = Pick<SitemapArticle, 'storyId' | 'slug' | 'sectionSlug' | 'publishedAt'> & {
  headline: string
}

/** A list or a standing page in a sitemap, with the time of its newest content; null when it is empty. */
export type ListedAddress = { slug: string; newestAt: Date | null }
