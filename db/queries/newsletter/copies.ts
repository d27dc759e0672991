/** The newsletter in a copy of a newsroom, which knows nothing of what was sent after it was taken. */
import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Reader } from '#db/open.ts'
import { deliveries, editions, newsletterRequests, subscribers, suppressions } from '#db/schema/tables.ts'
import type { Tx } from '#db/write.ts'

/** Tables of which one row is enough for a newsletter to be there. */
const OF_A_NEWSLETTER = [subscribers, editions, suppressions] as const

/** Whether anybody ever subscribed, as far as this database knows. */
export async function hasNewsletter(db: Reader | Tx): Promise<boolean> {
  for (const table of OF_A_NEWSLETTER) {
    const rows = await db.select({ one: sql`1` }).from(table).limit(1)
    if (rows.length > 0) return true
  }
  return false
}

/** The number of the newest edition; 0 when there is none. */
export async function newestEditionId(db: Reader | Tx): Promise<number> {
  const [row] = await db.select({ id: editions.id }).from(editions).orderBy(desc(editions.id)).limit(1)
  return row?.id ?? 0
}

/** Stops editions that were on their way. What was claimed has not left; what was handed over may have. */
export async function stopEditions(tx: Tx, failure: string): Promise<void> {
  await tx.update(editions).set({ state: 'paused', failure }).where(eq(editions.state, 'sending'))
  const open = tx.select({ id: editions.id }).from(editions).where(eq(editions.state, 'paused'))
  const left = (state: 'claimed' | 'handed') =>
    and(inArray(deliveries.editionId, open), eq(deliveries.state, state))
  await tx.update(deliveries).set({ state: 'waiting', holder: null }).where(left('claimed'))
  await tx.update(deliveries).set({ state: 'unconfirmed', holder: null }).where(left('handed'))
}

/** Lets go of mails that readers asked for and have not got: they ask again where they see that none came. */
export async function dropRequests(tx: Tx): Promise<void> {
  await tx
    .update(newsletterRequests)
    .set({ state: 'nothing', holder: null })
    .where(inArray(newsletterRequests.state, ['waiting', 'claimed', 'handed']))
}
