import type { ArticleStatus } from '#db/schema/tables.ts'
import type { Glaze, StoryKind } from '#db/shapes.ts'
import type { NewsletterOverrides } from '#domain/distribution/newsletter/settings/newsletter-settings.ts'
import type { ReadMarkdown } from '#domain/transfer/markdown/markdown-to-body.ts'
import type { Locale } from '#i18n/locales.ts'
import type { MediaKey } from './seed-media.ts'
import type { SeedTime } from './seed-time.ts'

/* A folder after it was read and checked: references resolve and slugs are set, but times may still be relative. */

export type InLanguages<Fields> = Partial<Record<Locale, Fields>>
type NamedFields = { name: string; slug: string; description: string }
type PersonFields = { name: string; slug: string; role: string; bio: string }

export type SeedSection = { key: string; glaze: Glaze; position: number; texts: InLanguages<NamedFields> }
export type SeedTopic = { key: string; texts: InLanguages<NamedFields> }
export type SeedAuthor = { key: string; portrait: MediaKey | null; texts: InLanguages<PersonFields> }

export type SeedPage = {
  key: string
  locale: Locale
  title: string
  slug: string
  status: 'draft' | 'published'
  updated: SeedTime | null
  position: number
  text: SeedText
}

/** A body, its media (by number, in order of occurrence) and the keys of the stories it links to. */
export type SeedText = { body: ReadMarkdown['body']; media: MediaKey[]; links: string[] }

export type SeedArticle = {
  locale: Locale
  headline: string
  standfirst: string
  slug: string
  status: ArticleStatus
  /** The time of publication; for a scheduled article, the planned time. */
  published: SeedTime | null
  updated: SeedTime | null
  authors: string[]
  corrections: { at: SeedTime; text: string }[]
  seoTitle: string | null
  seoDescription: string | null
  /** The recording beside the text. */
  recording: MediaKey | null
  text: SeedText
}

export type PictureTexts = { alt: string; caption: string | null; credit: string | null }

export type SeedStory = {
  key: string
  id: number | null
  section: string
  kind: StoryKind
  topics: string[]
  picture: MediaKey | null
  pictureTexts: InLanguages<PictureTexts>
  articles: SeedArticle[]
}

type SeedFront = { lead?: string; second?: string[]; feature?: string }
type SeedBreaking = { story: string; until?: SeedTime; at?: SeedTime; text?: string }

export type SeedNewsroom = {
  key: string
  contact: { email?: string; phone?: string }
  names: Record<Locale, { name: string; tagline: string; description: string }>
  front: InLanguages<SeedFront> | null
  breaking: InLanguages<SeedBreaking> | null
  /** Settings that the folder sets; others stay. */
  newsletter: NewsletterOverrides | null
}

/** An old address in the form that `redirects` stores, and the key of its target. */
export type SeedRedirect = {
  from: string
  target: 'front' | 'story' | 'section' | 'topic' | 'author' | 'page'
  key: string
  locale: Locale
}

export type SeedContent = {
  newsroom: SeedNewsroom
  sections: SeedSection[]
  topics: SeedTopic[]
  authors: SeedAuthor[]
  pages: SeedPage[]
  stories: SeedStory[]
  redirects: SeedRedirect[]
}
