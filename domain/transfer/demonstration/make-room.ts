import { nameChange } from '#db/queries/changes.ts'
import { factOf, putFact } from '#db/queries/facts.ts'
import { hasStories } from '#db/queries/whole-newsroom.ts'
import { eraseEverything } from '#db/queries/writing/whole-newsroom.ts'
import type { Tx } from '#db/write.ts'
import { tag } from '#domain/editorial/publishing/tags.ts'
import { ExpectedError } from '#errors/expected-error.ts'

/** Marks a database whose whole content is the demonstration newsroom. */
export const DEMONSTRATION_FACT = 'demonstration'

/**
 * Removes the demonstration newsroom to make room for somebody's own content, within the transaction that writes that
 * content.
 * @returns what the database held before
 * @throws `demonstration.inTheWay` when it holds the demonstration and `replaceDemo` is not set
 */
export async function makeRoom(tx: Tx, replaceDemo: boolean): Promise<'empty' | 'own' | 'replaced'> {
  const isDemonstration = (await factOf(tx, DEMONSTRATION_FACT)) !== null
  if (!isDemonstration && (await hasStories(tx))) return 'own'
  if (isDemonstration && !replaceDemo) throw new ExpectedError('demonstration.inTheWay')
  await nameChange(tx, new Date(), [tag.everything])
  if (!isDemonstration) return 'empty'
  await eraseEverything(tx)
  await putFact(tx, DEMONSTRATION_FACT, null)
  return 'replaced'
}
