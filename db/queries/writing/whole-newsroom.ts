/** Everything at once. Only a verb of domain/editorial erases it. */
import { emptyIndex } from '#db/queries/search-documents.ts'
import { type TableName, tableOrder } from '#db/schema/table-order.ts'
import { tables } from '#db/schema/tables.ts'
import type { Tx } from '#db/write.ts'

/**
 * Empties the newsroom, for `--replace-demo` only: every table but the record of migrations. The content version
 * goes on counting, so that no cache takes the new newsroom for the old one.
 */
export async function eraseEverything(tx: Tx): Promise<void> {
  await emptyIndex(tx)
  /* Children before their parents: foreign keys are enforced. */
  for (const name of tableOrder.toReversed()) if (!STAYS.includes(name)) await tx.delete(tables[name])
}

/* The versions, and what the program that runs holds for itself. */
const STAYS: TableName[] = ['contentChanges', 'leases']
