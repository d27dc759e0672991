/** Empties the newsroom. Only a verb of domain/editorial calls it. */
import { emptyIndex } from '#db/queries/search-documents.ts'
import { type TableName, tableOrder } from '#db/schema/table-order.ts'
import { tables } from '#db/schema/tables.ts'
import type { Tx } from '#db/write.ts'

/**
 * Empties the newsroom, for `--replace-demo` only: every table except the record of migrations. The content version
 * keeps counting, so that no cache mistakes the new newsroom for the old one.
 */
export async function eraseEverything(tx: Tx): Promise<void> {
  await emptyIndex(tx)
  /* Foreign keys are enforced, so children come before their parents. */
  for (const name of tableOrder.toReversed()) if (!STAYS.includes(name)) await tx.delete(tables[name])
}

/* Versions keep counting, and leases belong to running programs. */
const STAYS: TableName[] = ['contentChanges', 'leases']
