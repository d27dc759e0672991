/** Old addresses. Only the verbs of domain/editorial write them. */
import { redirects } from '#db/schema/tables.ts'
import type { Tx } from '#db/write.ts'

export async function keepOldAddress(tx: Tx, redirect: typeof redirects.$inferInsert): Promise<void> {
  const { target, refId, locale } = redirect
  await tx
    .insert(redirects)
    .values(redirect)
    .onConflictDoUpdate({ target: redirects.path, set: { target, refId, locale } })
}
