/** Counts of rate-limited actions by period, for all processes together. */
import { gt, lt, or, sql } from 'drizzle-orm'
import { rateLimits } from '#db/schema/tables.ts'
import type { Tx } from '#db/write.ts'

export type Times = typeof rateLimits.$inferInsert

/* A statement takes a few thousand parameters at most. */
const ROWS_A_STATEMENT = 500

/** Adds to the counts and returns the new totals by `who`. Each `who` may be named once. */
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

/** Deletes periods that began before an instant, and those in the future, which a clock that was put back has left. */
export async function forgetTimes(tx: Tx, before: Date, now: Date): Promise<void> {
  await tx.delete(rateLimits).where(or(lt(rateLimits.since, before), gt(rateLimits.since, now)))
}
