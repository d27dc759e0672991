/** Schedules. Only the verbs of domain/editorial write them. */
import { and, eq } from 'drizzle-orm'
import type { Schedule } from '#db/queries/schedules.ts'
import { type ScheduleState, schedules } from '#db/schema/tables.ts'
import type { Tx } from '#db/write.ts'

export async function insertSchedule(
  tx: Tx,
  schedule: Pick<Schedule, 'articleId' | 'revision' | 'dueAt' | 'actor' | 'createdAt'>,
): Promise<Schedule> {
  const [row] = await tx
    .insert(schedules)
    .values({ ...schedule, state: 'waiting' })
    .returning()
  if (!row) throw new Error('The schedule was not inserted')
  return row
}

export async function settleSchedule(
  tx: Tx,
  id: number,
  settled: { state: Exclude<ScheduleState, 'waiting'>; at: Date; failure?: string },
): Promise<void> {
  const { state, at: settledAt, failure = null } = settled
  await tx.update(schedules).set({ state, settledAt, failure }).where(eq(schedules.id, id))
}

/** Cancels the schedule for which the article waits, if there is one. */
export async function cancelWaiting(tx: Tx, articleId: number, at: Date): Promise<void> {
  await tx
    .update(schedules)
    .set({ state: 'cancelled', settledAt: at })
    .where(and(eq(schedules.articleId, articleId), eq(schedules.state, 'waiting')))
}
