import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { articles } from './stories.ts'

export type ScheduleState = 'waiting' | 'done' | 'failed' | 'cancelled'

/**
 * Schedules of publications. A schedule is bound to a revision, so that later edits do not slip into what was approved.
 */
export const schedules = sqliteTable(
  'schedules',
  {
    id: integer('id').primaryKey(),
    articleId: integer('article_id')
      .notNull()
      .references(() => articles.id),
    revision: integer('revision').notNull(),
    state: text('state').$type<ScheduleState>().notNull(),
    /** The time at which the article is to be published. */
    dueAt: integer('due_at', { mode: 'timestamp_ms' }).notNull(),
    /** The time at which it was done, failed or was cancelled. */
    settledAt: integer('settled_at', { mode: 'timestamp_ms' }),
    /** The reason of a failure, in words for an editor. */
    failure: text('failure'),
    actor: text('actor').notNull(),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
  },
  t => [index('schedules_due').on(t.state, t.dueAt), index('schedules_article').on(t.articleId, t.id)],
)

/** Leases on jobs of the program, so that one of several processes does each. */
export const leases = sqliteTable('leases', {
  name: text('name').primaryKey(),
  holder: text('holder').notNull(),
  until: integer('until', { mode: 'timestamp_ms' }).notNull(),
})
