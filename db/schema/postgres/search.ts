import { bigint, index, integer, jsonb, pgTable, primaryKey, uniqueIndex } from 'drizzle-orm/pg-core'
import type { Locale } from '#i18n/locales.ts'
import { text } from './columns.ts'
import { articles } from './stories.ts'

export const searchDocuments = pgTable(
  'search_documents',
  {
    articleId: integer('article_id')
      .primaryKey()
      .references(() => articles.id),
    place: bigint('place', { mode: 'number' }).notNull(),
    analyzer: integer('analyzer').notNull(),
    words: jsonb('words').$type<string[]>().notNull(),
  },
  t => [uniqueIndex('search_documents_place').on(t.place)],
)

export const searchWords = pgTable(
  'search_words',
  {
    locale: text('locale').$type<Locale>().notNull(),
    word: text('word').notNull(),
    bare: text('bare').notNull(),
    spelling: text('spelling').notNull(),
    articles: integer('articles').notNull(),
  },
  t => [primaryKey({ columns: [t.locale, t.word] }), index('search_words_bare').on(t.locale, t.bare)],
)

export const searchState = pgTable('search_state', {
  id: integer('id').primaryKey(),
  analyzer: integer('analyzer').notNull(),
  through: integer('through'),
})
