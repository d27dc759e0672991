/** Schedules of articles: when which revision is to be published. */
import { and, asc, desc, eq, inArray, lte } from 'drizzle-orm'
import { type Reader, reader } from '#db/open.ts'
import { schedules } from '#db/schema/tables.ts'
import type { Tx } from '#db/write.ts'

export type Schedule = typeof schedules.$inferSelect

export async function findSchedule(tx: Tx, id: number): Promise<Schedule | undefined> {
  const [row] = await tx
    .select()
    .from(schedules)
    .where(eq(schedules.id, id))
    .orderBy(asc(schedules.id))
    .limit(1)
  return row
}

/** The schedule that an article waits for; it has one at most. */
export async function waitingSchedule(db: Reader | Tx, articleId: number): Promise<Schedule | undefined> {
  const where = and(eq(schedules.articleId, articleId), eq(schedules.state, 'waiting'))
  const [row] = await db.select().from(schedules).where(where).orderBy(desc(schedules.id)).limit(1)
  return row
}

/** The schedules that are due, the oldest first. */
export async function dueSchedules(now: Date, limit: number): Promise<{ id: number; articleId: number }[]> {
  return reader()
    .select({ id: schedules.id, articleId: schedules.articleId })
    .from(schedules)
    .where(and(eq(schedules.state, 'waiting'), lte(schedules.dueAt, now)))
    .orderBy(asc(schedules.dueAt), asc(schedules.id))
    .limit(limit)
}

/** The newest schedule of each of these articles, whatever became of it. */
export async function newestSchedules(db: Reader | Tx, articleIds: number[]): Promise<Map<number, Schedule>> {
  const rows = await db
    .select()
    .from(schedules)
    .where(inArray(schedules.articleId, articleIds))
    .orderBy(asc(schedules.articleId), asc(schedules.id))
  return new Map(rows.map(row => [row.articleId, row]))
}
