/*
 * Tables of the search index. domain/discovery/search makes them from the articles and can make them again, so they are
 * neither moved nor compared. The words themselves are in each engine's own index: db/sqlite/search-index.ts and
 * db/postgres/search-index.ts.
 */
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { Locale } from '#i18n/locales.ts'
import { articles } from './stories.ts'

/** The places of articles in the index. */
export const searchDocuments = sqliteTable(
  'search_documents',
  {
    articleId: integer('article_id')
      .notNull()
      .references(() => articles.id),
    /** Its place in the order of time; see db/search-place.ts. */
    place: integer('place').notNull(),
    /** The version of the analyzer that read it; 0 when it must be read again. */
    analyzer: integer('analyzer').notNull(),
    /** The words that it counts for in `search_words`, to be subtracted when it changes. */
    words: text('words', { mode: 'json' }).$type<string[]>().notNull(),
  },
  t => [primaryKey({ columns: [t.articleId] }), uniqueIndex('search_documents_place').on(t.place)],
)

/** The words of articles, to complete and correct a reader's input. */
export const searchWords = sqliteTable(
  'search_words',
  {
    locale: text('locale').$type<Locale>().notNull(),
    /** Folded. */
    word: text('word').notNull(),
    /** Without the Arabic article, because nobody looks a word up by it. */
    bare: text('bare').notNull(),
    /** The spelling in the newest article. */
    spelling: text('spelling').notNull(),
    articles: integer('articles').notNull(),
  },
  t => [primaryKey({ columns: [t.locale, t.word] }), index('search_words_bare').on(t.locale, t.bare)],
)

/** The progress of the index and the version of its analyzer: one row. */
export const searchState = sqliteTable(
  'search_state',
  {
    id: integer('id').notNull(),
    analyzer: integer('analyzer').notNull(),
    /** The last article in an index that is being made; null when it is complete. */
    through: integer('through'),
  },
  t => [primaryKey({ columns: [t.id] })],
)
