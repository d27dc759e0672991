import { writeAudit } from '#db/queries/writing/audit.ts'
import type { Tx } from '#db/write.ts'
import type { Actor, Permission } from '#domain/editorial/accounts/actor.ts'
import { requirePermission } from '#domain/editorial/accounts/require-permission.ts'

type NewsletterVerb = { permission: Extract<Permission, `newsletter.${string}`>; now: Date }

/** Result of a verb, and what to note of it; null when nothing was changed. */
type Done<Result> = {
  result: Result
  entry: { verb: string; subject: string; detail?: Record<string, unknown> } | null
}

/**
 * The contract of every verb of the newsletter: check the permission, make the change, and write the audit entry, which
 * names nobody's address. No page of the site shows any of it.
 */
export async function performNewsletter<Result>(
  tx: Tx,
  actor: Actor,
  { permission, now }: NewsletterVerb,
  change: () => Promise<Done<Result>>,
): Promise<Result> {
  requirePermission(actor, permission, { kind: 'newsletter' })
  const { result, entry } = await change()
  if (entry) await writeAudit(tx, { at: now, actor: actor.name, ...entry })
  return result
}
