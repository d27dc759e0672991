import { breakingOf } from '#db/queries/catalogue.ts'
import { nameChange } from '#db/queries/changes.ts'
import { writeAudit } from '#db/queries/writing/audit.ts'
import { putBreaking } from '#db/queries/writing/front.ts'
import { type Tx, write } from '#db/write.ts'
import type { Actor } from '#domain/editorial/accounts/actor.ts'
import { requirePermission } from '#domain/editorial/accounts/require-permission.ts'
import type { Locale } from '#i18n/locales.ts'
import { tag } from './tags.ts'

type Clearing = { locale: Locale; now?: Date }

/** Takes the red strip off the pages of a language; false when there was none. */
export function clearBreaking(actor: Actor, clearing: Clearing): Promise<boolean> {
  return write(tx => clearBreakingIn(tx, actor, clearing))
}

export async function clearBreakingIn(
  tx: Tx,
  actor: Actor,
  { locale, now = new Date() }: Clearing,
): Promise<boolean> {
  requirePermission(actor, 'front.write', { kind: 'breaking', locale })
  if (!(await breakingOf(tx, locale))) return false
  await putBreaking(tx, locale, null)
  await writeAudit(tx, {
    at: now,
    actor: actor.name,
    verb: 'clear-breaking',
    subject: `breaking:${locale}`,
  })
  await nameChange(tx, now, [tag.breaking(locale), tag.front(locale)])
  return true
}
