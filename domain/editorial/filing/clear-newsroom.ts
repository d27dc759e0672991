import { eraseEverything } from '#db/queries/writing/whole-newsroom.ts'
import type { Tx } from '#db/write.ts'
import { HOLD_FACT } from '#domain/distribution/newsletter/holding.ts'
import type { Actor } from '#domain/editorial/accounts/actor.ts'
import { tag } from '#domain/editorial/publishing/tags.ts'
import { performFiling } from './filing-verb.ts'

/**
 * Takes the whole content away, its history too: the audit log begins anew with the entry that says so. A hold on sending
 * stays: nobody has let the newsletter go on.
 */
export function clearNewsroomIn(tx: Tx, actor: Actor, { now = new Date() } = {}): Promise<void> {
  return performFiling(tx, actor, { permission: 'site.write', subject: { kind: 'site' }, now }, async () => {
    await eraseEverything(tx, { but: [HOLD_FACT] })
    return { result: undefined, entry: { verb: 'clear', subject: 'site', tags: [tag.everything] } }
  })
}
