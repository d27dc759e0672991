import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { Locale } from '../../i18n/locales'
import type { Body } from '../body'
import type { Glaze, StoryKind } from '../shapes'

export type ArticleStatus = 'draft' | 'review' | 'scheduled' | 'published' | 'withdrawn'

const locale = () => text('locale').$type<Locale>().notNull()
const instant = (name: string) => integer(name, { mode: 'timestamp_ms' })

/** The site's identity in each language. */
export const site = sqliteTable('site', {
  locale: text('locale').$type<Locale>().primaryKey(),
  name: text('name').notNull(),
  tagline: text('tagline').notNull(),
  description: text('description').notNull(),
})

/** Single facts of the site and of the program: contacts, the moment of the first seeding, whose content this is. */
export const facts = sqliteTable('facts', { key: text('key').primaryKey(), value: text('value').notNull() })

export const sections = sqliteTable('sections', {
  id: integer('id').primaryKey(),
  key: text('key').notNull().unique(),
  glaze: text('glaze').$type<Glaze>().notNull(),
  position: integer('position').notNull(),
})

export const sectionTexts = sqliteTable(
  'section_texts',
  {
    sectionId: integer('section_id')
      .notNull()
      .references(() => sections.id),
    locale: locale(),
    name: text('name').notNull(),
    slug: text('slug').notNull(),
    description: text('description').notNull(),
  },
  t => [
    primaryKey({ columns: [t.sectionId, t.locale] }),
    uniqueIndex('section_texts_slug').on(t.locale, t.slug),
  ],
)

export const topics = sqliteTable('topics', {
  id: integer('id').primaryKey(),
  key: text('key').notNull().unique(),
})

export const topicTexts = sqliteTable(
  'topic_texts',
  {
    topicId: integer('topic_id')
      .notNull()
      .references(() => topics.id),
    locale: locale(),
    name: text('name').notNull(),
    slug: text('slug').notNull(),
    description: text('description').notNull(),
  },
  t => [primaryKey({ columns: [t.topicId, t.locale] }), uniqueIndex('topic_texts_slug').on(t.locale, t.slug)],
)

export const media = sqliteTable('media', {
  id: integer('id').primaryKey(),
  /** Content hash; the stem of every file made from it. */
  name: text('name').notNull().unique(),
  kind: text('kind').$type<'image' | 'video'>().notNull(),
  mime: text('mime').notNull(),
  /** Extension of the stored original. */
  extension: text('extension').notNull(),
  width: integer('width').notNull(),
  height: integer('height').notNull(),
  bytes: integer('bytes').notNull(),
  color: text('color').notNull(),
  seconds: integer('seconds'),
  /** How pattern art was drawn, as JSON; null for everything that somebody supplied. */
  art: text('art', { mode: 'json' }).$type<Record<string, unknown>>(),
  /** The file's own name where it came from. */
  sourceName: text('source_name'),
  createdAt: instant('created_at').notNull(),
})

export const mediaTexts = sqliteTable(
  'media_texts',
  {
    mediaId: integer('media_id')
      .notNull()
      .references(() => media.id),
    locale: locale(),
    alt: text('alt').notNull(),
    caption: text('caption'),
    credit: text('credit'),
  },
  t => [primaryKey({ columns: [t.mediaId, t.locale] })],
)

export const authors = sqliteTable('authors', {
  id: integer('id').primaryKey(),
  key: text('key').notNull().unique(),
  portraitId: integer('portrait_id').references(() => media.id),
})

export const authorTexts = sqliteTable(
  'author_texts',
  {
    authorId: integer('author_id')
      .notNull()
      .references(() => authors.id),
    locale: locale(),
    name: text('name').notNull(),
    slug: text('slug').notNull(),
    role: text('role').notNull(),
    bio: text('bio').notNull(),
  },
  t => [
    primaryKey({ columns: [t.authorId, t.locale] }),
    uniqueIndex('author_texts_slug').on(t.locale, t.slug),
  ],
)

export const stories = sqliteTable(
  'stories',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    sectionId: integer('section_id')
      .notNull()
      .references(() => sections.id),
    kind: text('kind').$type<StoryKind>().notNull(),
    leadMediaId: integer('lead_media_id').references(() => media.id),
    createdAt: instant('created_at').notNull(),
  },
  t => [index('stories_section').on(t.sectionId)],
)

/**
 * Texts of the lead picture that belong to the story rather than to the file: the same picture may say
 * something else in another story.
 */
export const storyPictureTexts = sqliteTable(
  'story_picture_texts',
  {
    storyId: integer('story_id')
      .notNull()
      .references(() => stories.id),
    locale: locale(),
    alt: text('alt').notNull(),
    caption: text('caption'),
    credit: text('credit'),
  },
  t => [primaryKey({ columns: [t.storyId, t.locale] })],
)

export const storyTopics = sqliteTable(
  'story_topics',
  {
    storyId: integer('story_id')
      .notNull()
      .references(() => stories.id),
    topicId: integer('topic_id')
      .notNull()
      .references(() => topics.id),
    position: integer('position').notNull(),
  },
  t => [
    primaryKey({ columns: [t.storyId, t.topicId] }),
    index('story_topics_topic').on(t.topicId, t.storyId),
  ],
)

export const articles = sqliteTable(
  'articles',
  {
    id: integer('id').primaryKey(),
    storyId: integer('story_id')
      .notNull()
      .references(() => stories.id),
    locale: locale(),
    status: text('status').$type<ArticleStatus>().notNull(),
    /** Number of the newest kept revision; each write names the one it saw. */
    revision: integer('revision').notNull(),
    headline: text('headline').notNull(),
    standfirst: text('standfirst').notNull(),
    slug: text('slug').notNull(),
    body: text('body', { mode: 'json' }).$type<Body>().notNull(),
    wordCount: integer('word_count').notNull(),
    seoTitle: text('seo_title'),
    seoDescription: text('seo_description'),
    publishedAt: instant('published_at'),
    /** The last substantive change after publication, shown to readers. */
    updatedAt: instant('updated_at'),
    savedAt: instant('saved_at').notNull(),
  },
  t => [
    uniqueIndex('articles_story_locale').on(t.storyId, t.locale),
    index('articles_newest').on(t.locale, t.status, t.publishedAt, t.storyId),
    check('articles_published_at', sql`${t.status} <> 'published' OR ${t.publishedAt} IS NOT NULL`),
  ],
)

export const articleAuthors = sqliteTable(
  'article_authors',
  {
    articleId: integer('article_id')
      .notNull()
      .references(() => articles.id),
    authorId: integer('author_id')
      .notNull()
      .references(() => authors.id),
    position: integer('position').notNull(),
  },
  t => [primaryKey({ columns: [t.articleId, t.authorId] })],
)

export type ListKind = 'section' | 'topic' | 'author'

/**
 * Which published articles stand in which list, newest first: the one index behind section, topic and author
 * pages. Kept by the verbs of domain/publishing in the transaction that changes the article.
 */
export const listings = sqliteTable(
  'listings',
  {
    kind: text('kind').$type<ListKind>().notNull(),
    refId: integer('ref_id').notNull(),
    locale: locale(),
    publishedAt: instant('published_at').notNull(),
    articleId: integer('article_id')
      .notNull()
      .references(() => articles.id),
  },
  t => [
    primaryKey({ columns: [t.kind, t.refId, t.locale, t.publishedAt, t.articleId] }),
    index('listings_article').on(t.articleId),
  ],
)

export const corrections = sqliteTable(
  'corrections',
  {
    id: integer('id').primaryKey(),
    articleId: integer('article_id')
      .notNull()
      .references(() => articles.id),
    at: instant('at').notNull(),
    text: text('text').notNull(),
  },
  t => [index('corrections_article').on(t.articleId, t.at)],
)

export const revisions = sqliteTable(
  'revisions',
  {
    id: integer('id').primaryKey(),
    articleId: integer('article_id')
      .notNull()
      .references(() => articles.id),
    revision: integer('revision').notNull(),
    headline: text('headline').notNull(),
    standfirst: text('standfirst').notNull(),
    slug: text('slug').notNull(),
    body: text('body', { mode: 'json' }).$type<Body>().notNull(),
    actor: text('actor').notNull(),
    savedAt: instant('saved_at').notNull(),
  },
  t => [uniqueIndex('revisions_article').on(t.articleId, t.revision)],
)

export const auditLog = sqliteTable(
  'audit_log',
  {
    id: integer('id').primaryKey(),
    at: instant('at').notNull(),
    actor: text('actor').notNull(),
    verb: text('verb').notNull(),
    subject: text('subject').notNull(),
    detail: text('detail', { mode: 'json' }).$type<Record<string, unknown>>(),
  },
  t => [index('audit_log_subject').on(t.subject, t.id)],
)

/** What readers can see has changed: the highest version is the content version of the site. */
export const contentChanges = sqliteTable('content_changes', {
  version: integer('version').primaryKey({ autoIncrement: true }),
  at: instant('at').notNull(),
  tags: text('tags', { mode: 'json' }).$type<string[]>().notNull(),
})

export type RedirectTarget = 'article' | 'section' | 'topic' | 'author' | 'page' | 'front'

/** Old addresses. `path` is decoded, NFC, without a slash at its end, with the query that matters. */
export const redirects = sqliteTable('redirects', {
  path: text('path').primaryKey(),
  locale: locale(),
  target: text('target').$type<RedirectTarget>().notNull(),
  refId: integer('ref_id').notNull(),
  createdAt: instant('created_at').notNull(),
})

export type FrontPlace = 'lead' | 'second' | 'feature'

/** Curated places on the front; what is not curated is chosen by newness. */
export const frontPlaces = sqliteTable(
  'front_places',
  {
    locale: locale(),
    place: text('place').$type<FrontPlace>().notNull(),
    position: integer('position').notNull(),
    storyId: integer('story_id')
      .notNull()
      .references(() => stories.id),
  },
  t => [primaryKey({ columns: [t.locale, t.place, t.position] })],
)

export const breaking = sqliteTable('breaking', {
  locale: text('locale').$type<Locale>().primaryKey(),
  text: text('text').notNull(),
  storyId: integer('story_id').references(() => stories.id),
  at: instant('at').notNull(),
  until: instant('until'),
})

/** Standing pages: about, contact, corrections, privacy, and pages that an import brought. */
export const pages = sqliteTable(
  'pages',
  {
    id: integer('id').primaryKey(),
    key: text('key').notNull(),
    locale: locale(),
    slug: text('slug').notNull(),
    title: text('title').notNull(),
    body: text('body', { mode: 'json' }).$type<Body>().notNull(),
    status: text('status').$type<'draft' | 'published'>().notNull(),
    position: integer('position').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  t => [uniqueIndex('pages_key').on(t.key, t.locale), uniqueIndex('pages_slug').on(t.locale, t.slug)],
)

/** Where a row came from, so that a second seeding or import finds it again, and sees whether it changed. */
export const origins = sqliteTable(
  'origins',
  {
    origin: text('origin').notNull(),
    kind: text('kind').notNull(),
    key: text('key').notNull(),
    refId: integer('ref_id').notNull(),
    /** Hash of what was read; null: not compared. */
    hash: text('hash'),
  },
  t => [primaryKey({ columns: [t.origin, t.kind, t.key] }), index('origins_ref').on(t.kind, t.refId)],
)
