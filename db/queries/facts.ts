import { asc, eq } from 'drizzle-orm'
import type { Reader } from '#db/open.ts'
import { prepared, value } from '#db/prepared.ts'
import { facts } from '#db/schema/tables.ts'
import type { Tx } from '#db/write.ts'

/** Sets a fact of the site; null removes it. */
export async function putFact(tx: Tx, key: string, value: string | null): Promise<void> {
  if (value === null) await tx.delete(facts).where(eq(facts.key, key))
  else await tx.insert(facts).values({ key, value }).onConflictDoUpdate({ target: facts.key, set: { value } })
}

export async function factOf(db: Reader | Tx, key: string): Promise<string | null> {
  const [row] = await db
    .select({ value: facts.value })
    .from(facts)
    .where(eq(facts.key, key))
    .orderBy(asc(facts.key))
  return row?.value ?? null
}

const readyFact = prepared(db =>
  db
    .select({ value: facts.value })
    .from(facts)
    .where(eq(facts.key, value('key')))
    .orderBy(asc(facts.key)),
)

/** The same for pages, which ask often. */
export async function readFact(key: string): Promise<string | null> {
  const [row] = await readyFact().execute({ key })
  return row?.value ?? null
}
