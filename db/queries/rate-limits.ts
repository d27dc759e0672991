/** How often somebody did something in a stretch of time, for all processes together. */
import { gt, lt, or, sql } from 'drizzle-orm'
import { rateLimits } from '#db/schema/tables.ts'
import type { Tx } from '#db/write.ts'

export type Times = typeof rateLimits.$inferInsert

/* A statement takes some thousands of parameters at most. */
const ROWS_A_STATEMENT = 500

/** Adds to what was counted; gives how often it was in all, by who. Each of them may be named once. */
export async function addTimes(tx: Tx, counted: Times[]): Promise<Map<string, number>> {
  const totals = new Map<string, number>()
  for (let from = 0; from < counted.length; from += ROWS_A_STATEMENT) {
    const rows = await tx
      .insert(rateLimits)
      .values(counted.slice(from, from + ROWS_A_STATEMENT))
      .onConflictDoUpdate({
        target: [rateLimits.name, rateLimits.who, rateLimits.since],
        set: { times: sql`${rateLimits.times} + excluded.times` },
      })
      .returning({ who: rateLimits.who, times: rateLimits.times })
    for (const { who, times } of rows) totals.set(who, times)
  }
  return totals
}

/** Forgets stretches that began before an instant, or are still to come because the clock was put back. */
export async function forgetTimes(tx: Tx, before: Date, now: Date): Promise<void> {
  await tx.delete(rateLimits).where(or(lt(rateLimits.since, before), gt(rateLimits.since, now)))
}
