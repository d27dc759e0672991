import { and, asc, gt, inArray, lte, ne, sql } from 'drizzle-orm'
import type { Reader } from '#db/open.ts'
import { suppressions } from '#db/schema/tables.ts'
import type { Tx } from '#db/write.ts'

export type Suppression = typeof suppressions.$inferSelect

/* A statement takes a few thousand parameters at most. */
const AT_ONCE = 500

/** Keeps hashes; of one that is kept already, the newer reason counts, but for a complaint, which outlasts the others. */
export async function putSuppressions(tx: Tx, entries: readonly Suppression[]): Promise<void> {
  for (const { hash, reason, at } of entries)
    await tx
      .insert(suppressions)
      .values({ hash, reason, at })
      .onConflictDoUpdate({
        target: suppressions.hash,
        set: { reason, at },
        setWhere: reason === 'complained' ? undefined : and(isNotAComplaint, lte(suppressions.at, at)),
      })
}

const isNotAComplaint = ne(suppressions.reason, 'complained')

/** Those among these hashes that are kept, by their hash. */
export async function suppressionsAmong(
  db: Reader | Tx,
  hashes: readonly string[],
): Promise<Map<string, Suppression>> {
  const found = new Map<string, Suppression>()
  for (let from = 0; from < hashes.length; from += AT_ONCE) {
    const rows = await db
      .select({ hash: suppressions.hash, reason: suppressions.reason, at: suppressions.at })
      .from(suppressions)
      .where(inArray(suppressions.hash, hashes.slice(from, from + AT_ONCE)))
      .orderBy(asc(suppressions.hash))
    for (const row of rows) found.set(row.hash, row)
  }
  return found
}

/** Forgets hashes. */
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
