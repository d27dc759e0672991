import { index, integer, pgTable, primaryKey } from 'drizzle-orm/pg-core'
import { instant, text } from './columns.ts'

export const rateLimits = pgTable(
  'rate_limits',
  {
    name: text('name').notNull(),
    who: text('who').notNull(),
    since: instant('since').notNull(),
    times: integer('times').notNull(),
  },
  t => [primaryKey({ columns: [t.name, t.who, t.since] }), index('rate_limits_since').on(t.since)],
)
