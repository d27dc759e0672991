import { integer, jsonb, pgTable, primaryKey, uniqueIndex } from 'drizzle-orm/pg-core'
import type { Body } from '#body/body.ts'
import type { Glaze } from '#db/shapes.ts'
import type { Locale } from '#i18n/locales.ts'
import { id, instant, locale, text } from './columns.ts'
import { media } from './media.ts'

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
