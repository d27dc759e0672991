import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { Body } from '#body/body.ts'
import type { StoryKind } from '#db/shapes.ts'
import { authors, sections, topics } from './catalogue.ts'
import { instant, locale } from './columns.ts'
import { media } from './media.ts'

export type ArticleStatus = 'draft' | 'review' | 'scheduled' | 'published' | 'withdrawn'

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

/** A story's own texts for its lead picture: the same picture may say something else in another story. */
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
    /** The number of the newest stored revision. Each write names the revision that it saw. */
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
 * The published articles of each list, newest first: the one index behind section, topic and author pages. The verbs of
 * domain/editorial/publishing write it in the transaction that changes the article.
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
