import { nameChange } from '#db/queries/changes.ts'
import { writeAudit } from '#db/queries/writing/audit.ts'
import type { Tx } from '#db/write.ts'
import type { Actor, Permission } from '#domain/editorial/accounts/actor.ts'
import { requirePermission } from '#domain/editorial/accounts/require-permission.ts'
import type { Subject } from '#domain/editorial/accounts/subject.ts'

export type FilingVerb = { permission: Permission; subject: Subject; now: Date }

/** Result of a verb, and what to note of the change; `entry` is null when everything was so already. */
export type Filed<Result> = { result: Result; entry: FilingEntry | null }

type FilingEntry = {
  verb: 'create' | 'change' | 'clear'
  /** As the audit log names it: `section:7`, `site`. */
  subject: string
  detail?: Record<string, unknown>
  /** Names of what readers may now see differently. */
  tags: readonly string[]
}

/**
 * The contract of every verb of filing, in one place: check the permission, make the change within the caller's
 * transaction, write the audit entry, and name the change. To save again what is saved already writes nothing at all.
 */
export async function performFiling<Result>(
  tx: Tx,
  actor: Actor,
  { permission, subject, now }: FilingVerb,
  change: () => Promise<Filed<Result>>,
): Promise<Result> {
  requirePermission(actor, permission, subject)
  const { result, entry } = await change()
  if (entry) {
    const { tags, ...noted } = entry
    await writeAudit(tx, { at: now, actor: actor.name, ...noted })
    await nameChange(tx, now, tags)
  }
  return result
}
