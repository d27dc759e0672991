import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Counts of rate-limited actions by period. They do not reveal who acted. */
export const rateLimits = sqliteTable(
  'rate_limits',
  {
    /** The name of the limited action. */
    name: text('name').notNull(),
    /** A keyed hash of the actor; the key changes each day. */
    who: text('who').notNull(),
    /** The first millisecond of the period. */
    since: integer('since', { mode: 'timestamp_ms' }).notNull(),
    times: integer('times').notNull(),
  },
  t => [primaryKey({ columns: [t.name, t.who, t.since] }), index('rate_limits_since').on(t.since)],
)
