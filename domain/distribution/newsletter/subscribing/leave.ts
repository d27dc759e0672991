import type { Reader } from '#db/open.ts'
import { reader } from '#db/open.ts'
import { keyNumber } from '#db/queries/newsletter/keys.ts'
import { type Subscriber, subscriberById } from '#db/queries/newsletter/subscribers.ts'
import { type Tx, write } from '#db/write.ts'
import { isLeaveTokenOf, readLeaveToken } from '#domain/distribution/newsletter/keys/leave-token.ts'
import { removeSubscriberIn } from './remove-subscriber.ts'

/**
 * Ends the subscription that the link of a mail belongs to. To leave twice, or by a link of somebody who is gone, is no
 * error, and nobody learns from it who is there.
 */
export function leave(token: string, now = new Date()): Promise<void> {
  return write(async tx => {
    const subscriber = await subscriberOfLeaveToken(tx, token)
    if (subscriber) await removeSubscriberIn(tx, subscriber, 'left', now)
  })
}

/** The subscriber to whom a mail with this token was sent, or why there is none: they are gone, or it is no token of ours. */
export async function whoMayLeave(token: string): Promise<Subscriber | 'gone' | 'unknown'> {
  const named = readLeaveToken(token)
  const subscriber = named && (await subscriberById(reader(), named.subscriberId))
  if (named && !subscriber) return 'gone'
  return (await subscriberOfLeaveToken(reader(), token)) ?? 'unknown'
}

async function subscriberOfLeaveToken(db: Reader | Tx, token: string): Promise<Subscriber | null> {
  const named = readLeaveToken(token)
  const key = named && (await keyNumber(db, named.keyId))
  const subscriber = named && (await subscriberById(db, named.subscriberId))
  if (!key || !subscriber) return null
  const isOurs = isLeaveTokenOf(token, subscriber, { id: key.id, key: Buffer.from(key.key, 'base64url') })
  return isOurs ? subscriber : null
}
