import { integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { Body } from '#body/body.ts'
import type { Glaze } from '#db/shapes.ts'
import type { Locale } from '#i18n/locales.ts'
import { instant, locale } from './columns.ts'
import { media } from './media.ts'

/** The site's identity in each language. */
export const site = sqliteTable('site', {
  locale: text('locale').$type<Locale>().primaryKey(),
  name: text('name').notNull(),
  tagline: text('tagline').notNull(),
  description: text('description').notNull(),
})

/** Single facts of the site and of the program: contacts, the time of the first seeding, the origin of the content. */
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
