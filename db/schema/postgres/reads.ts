import { index, integer, pgTable, primaryKey } from 'drizzle-orm/pg-core'
import type { ReadPeriod } from '#db/schema/sqlite/reads.ts'
import type { Locale } from '#i18n/locales.ts'
import { instant, text } from './columns.ts'
import { articles } from './stories.ts'

export const readCounts = pgTable(
  'read_counts',
  {
    articleId: integer('article_id')
      .notNull()
      .references(() => articles.id),
    hour: instant('hour').notNull(),
    reads: integer('reads').notNull(),
  },
  t => [primaryKey({ columns: [t.articleId, t.hour] }), index('read_counts_hour').on(t.hour)],
)

export const mostRead = pgTable(
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
