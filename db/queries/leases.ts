import { and, eq, gt, lte, or } from 'drizzle-orm'
import { leases } from '#db/schema/tables.ts'
import type { Tx } from '#db/write.ts'

/**
 * Gives the lease to a holder when it is free, run out, or the holder's already; says whether the holder has it.
 * One that ends later than `until` was given by a clock that has been put back since: it counts as run out.
 */
export async function putLease(
  tx: Tx,
  lease: { name: string; holder: string; now: Date; until: Date },
): Promise<boolean> {
  const { name, holder, now, until } = lease
  const isFree = or(eq(leases.holder, holder), lte(leases.until, now), gt(leases.until, until))
  const rows = await tx
    .insert(leases)
    .values({ name, holder, until })
    .onConflictDoUpdate({ target: leases.name, set: { holder, until }, setWhere: isFree })
    .returning({ name: leases.name })
  return rows.length > 0
}

/** Gives a lease back; one that somebody else has taken meanwhile stays theirs. */
export async function deleteLease(tx: Tx, name: string, holder: string): Promise<void> {
  await tx.delete(leases).where(and(eq(leases.name, name), eq(leases.holder, holder)))
}
