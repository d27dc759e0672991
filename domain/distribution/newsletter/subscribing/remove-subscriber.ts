import { deleteRequestsOf } from '#db/queries/newsletter/requests.ts'
import { deleteSubscriber, type Subscriber } from '#db/queries/newsletter/subscribers.ts'
import { putSuppressions } from '#db/queries/newsletter/suppressions.ts'
import type { SuppressionReason } from '#db/schema/tables.ts'
import type { Tx } from '#db/write.ts'
import { madeKeysIn, suppressionHashes } from '#domain/distribution/newsletter/keys/newsletter-keys.ts'

/**
 * Removes a subscriber with everything that is kept of them. A keyed hash of the address stays, so that no restored backup
 * and no import writes to it again.
 */
export async function removeSubscriberIn(
  tx: Tx,
  { id, addressKey }: Pick<Subscriber, 'id' | 'addressKey'>,
  reason: Exclude<SuppressionReason, 'bounced'>,
  now: Date,
): Promise<void> {
  await deleteSubscriber(tx, id)
  await deleteRequestsOf(tx, addressKey)
  await suppressIn(tx, addressKey, reason, now)
}

/** Keeps the hash of an address that nobody may write to. */
export async function suppressIn(
  tx: Tx,
  addressKey: string,
  reason: SuppressionReason,
  now: Date,
): Promise<void> {
  const [hash = ''] = suppressionHashes(await madeKeysIn(tx, now), addressKey)
  await putSuppressions(tx, [{ hash, reason, at: now }])
}
