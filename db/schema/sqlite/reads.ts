import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Locale } from '#i18n/locales.ts'
import { articles } from './stories.ts'

/** Reads of an article by hour, without anything about its readers. */
export const readCounts = sqliteTable(
  'read_counts',
  {
    articleId: integer('article_id')
      .notNull()
      .references(() => articles.id),
    /** The hour's first millisecond. */
    hour: integer('hour', { mode: 'timestamp_ms' }).notNull(),
    reads: integer('reads').notNull(),
  },
  t => [primaryKey({ columns: [t.articleId, t.hour] }), index('read_counts_hour').on(t.hour)],
)

export type ReadPeriod = 'today' | 'week'

/**
 * The most-read articles of each language, calculated from the counts at intervals, so that pages need not sum them.
 */
export const mostRead = sqliteTable(
  'most_read',
  {
    locale: text('locale').$type<Locale>().notNull(),
    period: text('period').$type<ReadPeriod>().notNull(),
    position: integer('position').notNull(),
    articleId: integer('article_id')
      .notNull()
      .references(() => articles.id),
    reads: integer('reads').notNull(),
  },
  t => [primaryKey({ columns: [t.locale, t.period, t.position] })],
)
