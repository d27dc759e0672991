import { deleteRequestsOf } from '#db/queries/newsletter/requests.ts'
import { subscriberOf } from '#db/queries/newsletter/subscribers.ts'
import type { Tx } from '#db/write.ts'
import type { MailAddress } from '#domain/distribution/newsletter/mail-address.ts'
import {
  removeSubscriberIn,
  suppressIn,
} from '#domain/distribution/newsletter/subscribing/remove-subscriber.ts'
import type { Actor } from '#domain/editorial/accounts/actor.ts'
import { performNewsletter } from './newsletter-verb.ts'

/**
 * Erases everything that is kept of an address, but for a keyed hash that keeps it away. Also an address that nobody
 * knows is kept away from then on. Gives whether it was a subscriber's.
 */
export function eraseSubscriberIn(
  tx: Tx,
  actor: Actor,
  { address, now }: { address: MailAddress; now: Date },
): Promise<boolean> {
  return performNewsletter(tx, actor, { permission: 'newsletter.readers', now }, async () => {
    const subscriber = await subscriberOf(tx, address.key)
    if (subscriber) await removeSubscriberIn(tx, subscriber, 'erased', now)
    else {
      await deleteRequestsOf(tx, address.key)
      await suppressIn(tx, address.key, 'erased', now)
    }
    const subject = subscriber ? `subscriber:${subscriber.id}` : 'newsletter'
    return { result: subscriber !== null, entry: { verb: 'erase-subscriber', subject } }
  })
}
