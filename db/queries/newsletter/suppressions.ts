import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm'
import type { Reader } from '#db/open.ts'
import { type SuppressionReason, suppressions } from '#db/schema/tables.ts'
import type { Tx } from '#db/write.ts'

export type Suppression = typeof suppressions.$inferSelect

/* A statement takes a few thousand parameters at most. */
const AT_ONCE = 500

/** Keeps hashes; of one that is kept already, the reason becomes the newer one. */
export async function putSuppressions(tx: Tx, entries: readonly Suppression[]): Promise<void> {
  for (let from = 0; from < entries.length; from += AT_ONCE)
    for (const entry of entries.slice(from, from + AT_ONCE))
      await tx
        .insert(suppressions)
        .values(entry)
        .onConflictDoUpdate({ target: suppressions.hash, set: { reason: entry.reason, at: entry.at } })
}

/** The reasons of those among these hashes that are kept. */
export async function suppressionsAmong(
  db: Reader | Tx,
  hashes: readonly string[],
): Promise<Map<string, SuppressionReason>> {
  const found = new Map<string, SuppressionReason>()
  for (let from = 0; from < hashes.length; from += AT_ONCE) {
    const rows = await db
      .select({ hash: suppressions.hash, reason: suppressions.reason })
      .from(suppressions)
      .where(inArray(suppressions.hash, hashes.slice(from, from + AT_ONCE)))
      .orderBy(asc(suppressions.hash))
    for (const { hash, reason } of rows) found.set(hash, reason)
  }
  return found
}

/** Forgets hashes, and gives how many were kept. */
export async function deleteSuppressions(tx: Tx, hashes: readonly string[]): Promise<number> {
  if (hashes.length === 0) return 0
  const gone = await tx
    .delete(suppressions)
    .where(inArray(suppressions.hash, [...hashes]))
    .returning({ hash: suppressions.hash })
  return gone.length
}

/** A batch of all, in the order of their hashes. */
export function suppressionsAfter(db: Reader | Tx, hash: string, limit: number): Promise<Suppression[]> {
  return db
    .select()
    .from(suppressions)
    .where(gt(suppressions.hash, hash))
    .orderBy(asc(suppressions.hash))
    .limit(limit)
}

export async function countSuppressions(db: Reader): Promise<number> {
  const [row] = await db.select({ count: sql<number>`count(*)` }).from(suppressions)
  return Number(row?.count ?? 0)
}

/** Whether a hash is kept for one reason. */
export async function isSuppressedFor(
  db: Reader | Tx,
  hash: string,
  reason: SuppressionReason,
): Promise<boolean> {
  const rows = await db
    .select({ hash: suppressions.hash })
    .from(suppressions)
    .where(and(eq(suppressions.hash, hash), eq(suppressions.reason, reason)))
    .orderBy(asc(suppressions.hash))
  return rows.length > 0
}
