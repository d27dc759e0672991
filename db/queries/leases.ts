import { and, eq, gt, lte, or } from 'drizzle-orm'
import { leases } from '#db/schema/tables.ts'
import type { Tx } from '#db/write.ts'

/**
 * Gives the lease to a holder when it is free, expired or already the holder's; returns whether the holder has it. A
 * lease that ends later than `until` comes from a clock that was put back since, and counts as expired.
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

/** Releases a lease. One that another holder has taken meanwhile stays theirs. */
export async function deleteLease(tx: Tx, name: string, holder: string): Promise<void> {
  await tx.delete(leases).where(and(eq(leases.name, name), eq(leases.holder, holder)))
}
