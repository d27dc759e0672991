import { noteReturned } from '#db/queries/newsletter/deliveries.ts'
import { type Subscriber, subscriberById, updateSubscriber } from '#db/queries/newsletter/subscribers.ts'
import type { Tx } from '#db/write.ts'
import { suppressIn } from '#domain/distribution/newsletter/subscribing/remove-subscriber.ts'

/* So many mails in a row that came back: the mailbox is full and nobody empties it. */
const MOST_SOFT = 5
/* After so long without one, a new soft bounce is the first. */
const FORGIVEN_MS = 30 * 24 * 60 * 60 * 1000

export type Bounce = {
  subscriberId: number
  severity: 'hard' | 'soft' | 'complaint'
  answer: string
  /** The edition that came back, when it is known. */
  editionId?: number | null
}

/**
 * Notes a mail that came back, or a reader's complaint. A hard bounce, a complaint and the fifth soft bounce in a row
 * silence the address until its owner asks again. The same mail may be reported twice and counts once.
 */
export async function noteBounceIn(tx: Tx, bounce: Bounce, now = new Date()): Promise<void> {
  const { subscriberId, severity, answer, editionId } = bounce
  const subscriber = await subscriberById(tx, subscriberId)
  if (!subscriber) return
  const isNew = editionId
    ? await noteReturned(tx, { editionId, subscriberId, answer: answer.slice(0, 300) })
    : true
  if (subscriber.silencedFor === 'complained') return
  if (severity === 'soft') {
    if (!isNew) return
    const softBounces = softBouncesOf(subscriber, now) + 1
    await updateSubscriber(tx, subscriberId, { softBounces, lastBounceAt: now })
    if (softBounces < MOST_SOFT) return
  }
  const silencedFor = severity === 'complaint' ? 'complained' : 'bounced'
  await updateSubscriber(tx, subscriberId, { silencedAt: now, silencedFor, lastBounceAt: now })
  await suppressIn(tx, subscriber.addressKey, silencedFor, now)
}

function softBouncesOf({ softBounces, lastBounceAt }: Subscriber, now: Date): number {
  const isOld = lastBounceAt !== null && now.getTime() - lastBounceAt.getTime() > FORGIVEN_MS
  return isOld ? 0 : softBounces
}
