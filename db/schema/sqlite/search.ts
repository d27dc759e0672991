/*
 * What search finds articles by. All of it is made from the articles by domain/discovery/search and can be made again, so it is
 * neither moved nor compared. The words themselves stand in each engine's own index: db/sqlite/search-index.ts and
 * db/postgres/search-index.ts.
 */
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { Locale } from '#i18n/locales.ts'
import { articles } from './stories.ts'

/** Which article stands where in the index. */
export const searchDocuments = sqliteTable(
  'search_documents',
  {
    articleId: integer('article_id')
      .notNull()
      .references(() => articles.id),
    /** Its place in the order of time: see db/search-place.ts. */
    place: integer('place').notNull(),
    /** Which analyzer read it; 0 when it is to be read again. */
    analyzer: integer('analyzer').notNull(),
    /** The words that it counts for in `search_words`, to be taken back when it changes. */
    words: text('words', { mode: 'json' }).$type<string[]>().notNull(),
  },
  t => [primaryKey({ columns: [t.articleId] }), uniqueIndex('search_documents_place').on(t.place)],
)

/** The words of what articles are about, for completing and correcting what a reader types. */
export const searchWords = sqliteTable(
  'search_words',
  {
    locale: text('locale').$type<Locale>().notNull(),
    /** Folded. */
    word: text('word').notNull(),
    /** Without the article, by which nobody looks a word up. */
    bare: text('bare').notNull(),
    /** As the newest article spells it. */
    spelling: text('spelling').notNull(),
    articles: integer('articles').notNull(),
  },
  t => [primaryKey({ columns: [t.locale, t.word] }), index('search_words_bare').on(t.locale, t.bare)],
)

/** How far the index has been made, and by which analyzer: one row. */
export const searchState = sqliteTable(
  'search_state',
  {
    id: integer('id').notNull(),
    analyzer: integer('analyzer').notNull(),
    /** The last article of an index that is being made; null when it is complete. */
    through: integer('through'),
  },
  t => [primaryKey({ columns: [t.id] })],
)
