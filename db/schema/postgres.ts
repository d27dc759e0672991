import { sql } from 'drizzle-orm'
import { bigint, check, index, integer, jsonb, pgTable, primaryKey, uniqueIndex } from 'drizzle-orm/pg-core'
import type { Locale } from '../../i18n/locales'
import type { Body } from '../body'
import type { Glaze, StoryKind } from '../shapes'
import { id, instant, locale, text } from './postgres-columns'
import type { ArticleStatus, FrontPlace, ListKind, RedirectTarget } from './sqlite'

export const site = pgTable('site', {
  locale: text('locale').$type<Locale>().primaryKey(),
  name: text('name').notNull(),
  tagline: text('tagline').notNull(),
  description: text('description').notNull(),
})

export const facts = pgTable('facts', { key: text('key').primaryKey(), value: text('value').notNull() })

export const sections = pgTable('sections', {
  id: id(),
  key: text('key').notNull().unique(),
  glaze: text('glaze').$type<Glaze>().notNull(),
  position: integer('position').notNull(),
})

export const sectionTexts = pgTable(
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

export const topics = pgTable('topics', {
  id: id(),
  key: text('key').notNull().unique(),
})

export const topicTexts = pgTable(
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

export const media = pgTable('media', {
  id: id(),
  name: text('name').notNull().unique(),
  kind: text('kind').$type<'image' | 'video'>().notNull(),
  mime: text('mime').notNull(),
  extension: text('extension').notNull(),
  width: integer('width').notNull(),
  height: integer('height').notNull(),
  bytes: bigint('bytes', { mode: 'number' }).notNull(),
  color: text('color').notNull(),
  seconds: integer('seconds'),
  art: jsonb('art').$type<Record<string, unknown>>(),
  sourceName: text('source_name'),
  createdAt: instant('created_at').notNull(),
})

export const mediaTexts = pgTable(
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

export const authors = pgTable('authors', {
  id: id(),
  key: text('key').notNull().unique(),
  portraitId: integer('portrait_id').references(() => media.id),
})

export const authorTexts = pgTable(
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

export const stories = pgTable(
  'stories',
  {
    id: id(),
    sectionId: integer('section_id')
      .notNull()
      .references(() => sections.id),
    kind: text('kind').$type<StoryKind>().notNull(),
    leadMediaId: integer('lead_media_id').references(() => media.id),
    createdAt: instant('created_at').notNull(),
  },
  t => [index('stories_section').on(t.sectionId)],
)

export const storyPictureTexts = pgTable(
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

export const storyTopics = pgTable(
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

export const articles = pgTable(
  'articles',
  {
    id: id(),
    storyId: integer('story_id')
      .notNull()
      .references(() => stories.id),
    locale: locale(),
    status: text('status').$type<ArticleStatus>().notNull(),
    revision: integer('revision').notNull(),
    headline: text('headline').notNull(),
    standfirst: text('standfirst').notNull(),
    slug: text('slug').notNull(),
    body: jsonb('body').$type<Body>().notNull(),
    wordCount: integer('word_count').notNull(),
    seoTitle: text('seo_title'),
    seoDescription: text('seo_description'),
    publishedAt: instant('published_at'),
    updatedAt: instant('updated_at'),
    savedAt: instant('saved_at').notNull(),
  },
  t => [
    uniqueIndex('articles_story_locale').on(t.storyId, t.locale),
    index('articles_newest').on(t.locale, t.status, t.publishedAt, t.storyId),
    check('articles_published_at', sql`${t.status} <> 'published' OR ${t.publishedAt} IS NOT NULL`),
  ],
)

export const articleAuthors = pgTable(
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

export const listings = pgTable(
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

export const corrections = pgTable(
  'corrections',
  {
    id: id(),
    articleId: integer('article_id')
      .notNull()
      .references(() => articles.id),
    at: instant('at').notNull(),
    text: text('text').notNull(),
  },
  t => [index('corrections_article').on(t.articleId, t.at)],
)

export const revisions = pgTable(
  'revisions',
  {
    id: id(),
    articleId: integer('article_id')
      .notNull()
      .references(() => articles.id),
    revision: integer('revision').notNull(),
    headline: text('headline').notNull(),
    standfirst: text('standfirst').notNull(),
    slug: text('slug').notNull(),
    body: jsonb('body').$type<Body>().notNull(),
    actor: text('actor').notNull(),
    savedAt: instant('saved_at').notNull(),
  },
  t => [uniqueIndex('revisions_article').on(t.articleId, t.revision)],
)

export const auditLog = pgTable(
  'audit_log',
  {
    id: id(),
    at: instant('at').notNull(),
    actor: text('actor').notNull(),
    verb: text('verb').notNull(),
    subject: text('subject').notNull(),
    detail: jsonb('detail').$type<Record<string, unknown>>(),
  },
  t => [index('audit_log_subject').on(t.subject, t.id)],
)

export const contentChanges = pgTable('content_changes', {
  version: integer('version').primaryKey().generatedByDefaultAsIdentity(),
  at: instant('at').notNull(),
  tags: jsonb('tags').$type<string[]>().notNull(),
})

export const redirects = pgTable('redirects', {
  path: text('path').primaryKey(),
  locale: locale(),
  target: text('target').$type<RedirectTarget>().notNull(),
  refId: integer('ref_id').notNull(),
  createdAt: instant('created_at').notNull(),
})

export const frontPlaces = pgTable(
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

export const breaking = pgTable('breaking', {
  locale: text('locale').$type<Locale>().primaryKey(),
  text: text('text').notNull(),
  storyId: integer('story_id').references(() => stories.id),
  at: instant('at').notNull(),
  until: instant('until'),
})

export const pages = pgTable(
  'pages',
  {
    id: id(),
    key: text('key').notNull(),
    locale: locale(),
    slug: text('slug').notNull(),
    title: text('title').notNull(),
    body: jsonb('body').$type<Body>().notNull(),
    status: text('status').$type<'draft' | 'published'>().notNull(),
    position: integer('position').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  t => [uniqueIndex('pages_key').on(t.key, t.locale), uniqueIndex('pages_slug').on(t.locale, t.slug)],
)

export const origins = pgTable(
  'origins',
  {
    origin: text('origin').notNull(),
    kind: text('kind').notNull(),
    key: text('key').notNull(),
    refId: integer('ref_id').notNull(),
    hash: text('hash'),
  },
  t => [primaryKey({ columns: [t.origin, t.kind, t.key] }), index('origins_ref').on(t.kind, t.refId)],
)
