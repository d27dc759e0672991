/** Empties the newsroom. Only a verb of domain/editorial calls it. */

import { notInArray } from 'drizzle-orm'
import { emptyIndex } from '#db/queries/search-documents.ts'
import { type TableName, tableOrder } from '#db/schema/table-order.ts'
import { tables } from '#db/schema/tables.ts'
import type { Tx } from '#db/write.ts'

/**
 * Empties the newsroom, for `--replace-demo` only: every table except the record of migrations, and every fact except
 * some. The content version keeps counting, so that no cache mistakes the new newsroom for the old one.
 */
export async function eraseEverything(tx: Tx, { but: keptFacts }: { but: string[] }): Promise<void> {
  await emptyIndex(tx)
  /* Foreign keys are enforced, so children come before their parents. */
  for (const name of tableOrder.toReversed()) if (!STAYS.includes(name)) await tx.delete(tables[name])
  await tx.delete(tables.facts).where(notInArray(tables.facts.key, keptFacts))
}

/*
 * Versions keep counting, and leases belong to running programs. Who has left the newsletter stays away, and the hashes
 * that say so need their key.
 */
const STAYS: TableName[] = ['contentChanges', 'leases', 'facts', 'newsletterKeys', 'suppressions']
