import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { articles } from './stories.ts'

export type ScheduleState = 'waiting' | 'done' | 'failed' | 'cancelled'

/** What was promised to be published when. Bound to a revision: later edits do not slip into what was approved. */
export const schedules = sqliteTable(
  'schedules',
  {
    id: integer('id').primaryKey(),
    articleId: integer('article_id')
      .notNull()
      .references(() => articles.id),
    revision: integer('revision').notNull(),
    state: text('state').$type<ScheduleState>().notNull(),
    /** The promised moment. */
    dueAt: integer('due_at', { mode: 'timestamp_ms' }).notNull(),
    /** The moment it was done, failed or was cancelled. */
    settledAt: integer('settled_at', { mode: 'timestamp_ms' }),
    /** Why it failed, in words for an editor. */
    failure: text('failure'),
    actor: text('actor').notNull(),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
  },
  t => [index('schedules_due').on(t.state, t.dueAt), index('schedules_article').on(t.articleId, t.id)],
)

/** Who may do a job of the program, and until when, so that of several processes one does it. */
export const leases = sqliteTable('leases', {
  name: text('name').primaryKey(),
  holder: text('holder').notNull(),
  until: integer('until', { mode: 'timestamp_ms' }).notNull(),
})
