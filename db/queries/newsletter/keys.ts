import { asc, desc, eq } from 'drizzle-orm'
import type { Reader } from '#db/open.ts'
import { newsletterKeys } from '#db/schema/tables.ts'
import type { Tx } from '#db/write.ts'

type Purpose = (typeof newsletterKeys.$inferSelect)['purpose']

export type StoredKey = { id: number; key: string; madeAt: Date }

const columns = { id: newsletterKeys.id, key: newsletterKeys.key, madeAt: newsletterKeys.madeAt }

/** The keys of a purpose, the newest first. */
export function keysFor(db: Reader | Tx, purpose: Purpose): Promise<StoredKey[]> {
  return db
    .select(columns)
    .from(newsletterKeys)
    .where(eq(newsletterKeys.purpose, purpose))
    .orderBy(desc(newsletterKeys.id))
}

export async function keyNumber(db: Reader | Tx, id: number): Promise<StoredKey | null> {
  const [row] = await db
    .select(columns)
    .from(newsletterKeys)
    .where(eq(newsletterKeys.id, id))
    .orderBy(asc(newsletterKeys.id))
  return row ?? null
}

export async function insertKey(tx: Tx, purpose: Purpose, key: string, madeAt: Date): Promise<StoredKey> {
  const [row] = await tx.insert(newsletterKeys).values({ purpose, key, madeAt }).returning(columns)
  return row as StoredKey
}
