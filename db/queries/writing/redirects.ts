/** Old addresses. Only the verbs of domain/editorial write them. */
import { sql } from 'drizzle-orm'
import { redirects } from '#db/schema/tables.ts'
import type { Tx } from '#db/write.ts'

export type Redirect = typeof redirects.$inferInsert

/* A row has five values, so a statement stays far below the limit of either engine. */
const AT_ONCE = 500

/** Saves old addresses, each given once. An address that is known gets the new target. */
export async function keepOldAddresses(tx: Tx, list: readonly Redirect[]): Promise<void> {
  for (let from = 0; from < list.length; from += AT_ONCE) {
    await tx
      .insert(redirects)
      .values(list.slice(from, from + AT_ONCE))
      .onConflictDoUpdate({
        target: redirects.path,
        set: {
          target: sql`excluded.target`,
          refId: sql`excluded.ref_id`,
          locale: sql`excluded.locale`,
        },
      })
  }
}
