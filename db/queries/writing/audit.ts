/** The audit log. Only the verbs of domain/editorial write it. */
import { auditLog } from '#db/schema/tables.ts'
import type { Tx } from '#db/write.ts'

export async function writeAudit(
  tx: Tx,
  entry: { at: Date; actor: string; verb: string; subject: string; detail?: Record<string, unknown> },
): Promise<void> {
  await tx.insert(auditLog).values(entry)
}
