import { nameChange } from '#db/queries/changes.ts'
import { factOf } from '#db/queries/facts.ts'
import { hasStories } from '#db/queries/whole-newsroom.ts'
import type { Tx } from '#db/write.ts'
import type { Actor } from '#domain/editorial/accounts/actor.ts'
import { clearNewsroomIn } from '#domain/editorial/filing/clear-newsroom.ts'
import { tag } from '#domain/editorial/publishing/tags.ts'
import { ExpectedError } from '#errors/expected-error.ts'
import { DEMONSTRATION_FACT } from './demonstration-fact.ts'

/**
 * Removes the demonstration newsroom to make room for somebody's own content, within the transaction that writes that
 * content.
 * @returns what the database held before
 * @throws `demonstration.inTheWay` when it holds the demonstration and `replaceDemo` is not set
 */
export async function makeRoom(
  tx: Tx,
  actor: Actor,
  replaceDemo: boolean,
): Promise<'empty' | 'own' | 'replaced'> {
  const isDemonstration = (await factOf(tx, DEMONSTRATION_FACT)) !== null
  if (!isDemonstration && (await hasStories(tx))) return 'own'
  if (isDemonstration && !replaceDemo) throw new ExpectedError('demonstration.inTheWay')
  if (isDemonstration) {
    await clearNewsroomIn(tx, actor)
    return 'replaced'
  }
  await nameChange(tx, new Date(), [tag.everything])
  return 'empty'
}
