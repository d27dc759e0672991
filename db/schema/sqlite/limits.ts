import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** How often somebody did something in a stretch of time. Who it was cannot be read from it. */
export const rateLimits = sqliteTable(
  'rate_limits',
  {
    /** What is limited. */
    name: text('name').notNull(),
    /** A keyed hash; the key is another one each day. */
    who: text('who').notNull(),
    /** The first millisecond of the stretch. */
    since: integer('since', { mode: 'timestamp_ms' }).notNull(),
    times: integer('times').notNull(),
  },
  t => [primaryKey({ columns: [t.name, t.who, t.since] }), index('rate_limits_since').on(t.since)],
)
