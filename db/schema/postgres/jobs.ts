import { index, integer, pgTable } from 'drizzle-orm/pg-core'
import type { ScheduleState } from '#db/schema/sqlite/jobs.ts'
import { id, instant, text } from './columns.ts'
import { articles } from './stories.ts'

export const schedules = pgTable(
  'schedules',
  {
    id: id(),
    articleId: integer('article_id')
      .notNull()
      .references(() => articles.id),
    revision: integer('revision').notNull(),
    state: text('state').$type<ScheduleState>().notNull(),
    dueAt: instant('due_at').notNull(),
    settledAt: instant('settled_at'),
    failure: text('failure'),
    actor: text('actor').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  t => [index('schedules_due').on(t.state, t.dueAt), index('schedules_article').on(t.articleId, t.id)],
)

export const leases = pgTable('leases', {
  name: text('name').primaryKey(),
  holder: text('holder').notNull(),
  until: instant('until').notNull(),
})
