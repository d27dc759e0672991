/** Deliveries of editions: from the last byte of a message to the answer of the mail server, and afterwards. */
import { and, asc, eq, exists, gt, inArray, isNull, sql } from 'drizzle-orm'
import type { Reader } from '#db/open.ts'
import { type DeliveryState, deliveries, editions, subscribers, subscriptions } from '#db/schema/tables.ts'
import type { Tx } from '#db/write.ts'

/**
 * Notes that the last byte of these messages is about to leave, and gives those that may: claimed by the holder still, of
 * an edition that nobody has stopped, to readers who still want this newsletter.
 */
export async function handOver(
  tx: Tx,
  { editionId, holder, subscriberIds }: { editionId: number; holder: string; subscriberIds: number[] },
): Promise<Set<number>> {
  const rows = await tx
    .update(deliveries)
    .set({ state: 'handed' })
    .where(
      and(
        eq(deliveries.editionId, editionId),
        inArray(deliveries.subscriberId, subscriberIds),
        eq(deliveries.state, 'claimed'),
        eq(deliveries.holder, holder),
        exists(
          tx
            .select({ one: sql`1` })
            .from(editions)
            .where(and(eq(editions.id, editionId), eq(editions.state, 'sending'))),
        ),
        exists(
          tx
            .select({ one: sql`1` })
            .from(subscriptions)
            .innerJoin(subscribers, eq(subscribers.id, subscriptions.subscriberId))
            .innerJoin(editions, eq(editions.newsletter, subscriptions.newsletter))
            .where(
              and(
                eq(editions.id, editionId),
                eq(subscriptions.subscriberId, deliveries.subscriberId),
                isNull(subscribers.silencedAt),
              ),
            ),
        ),
      ),
    )
    .returning({ subscriberId: deliveries.subscriberId })
  return new Set(rows.map(({ subscriberId }) => subscriberId))
}

export type Outcome = {
  subscriberId: number
  state: Extract<DeliveryState, 'sent' | 'refused' | 'waiting' | 'unconfirmed' | 'skipped'>
  answer: string | null
  /** For `waiting`: not before, and after how many attempts. */
  nextAt?: Date
  attempts?: number
}

/** Notes what became of messages. A late answer is better than none: it counts for an unconfirmed one, too. */
export async function settleDeliveries(
  tx: Tx,
  { editionId, holder }: { editionId: number; holder: string },
  outcomes: readonly Outcome[],
): Promise<void> {
  const sent = outcomes.filter(({ state }) => state === 'sent').map(({ subscriberId }) => subscriberId)
  const own = (ids: number[]) =>
    and(
      eq(deliveries.editionId, editionId),
      inArray(deliveries.subscriberId, ids),
      eq(deliveries.holder, holder),
      inArray(deliveries.state, ['claimed', 'handed', 'unconfirmed']),
    )
  if (sent.length > 0) await tx.update(deliveries).set({ state: 'sent', holder: null }).where(own(sent))
  for (const { subscriberId, ...outcome } of outcomes.filter(({ state }) => state !== 'sent'))
    await tx
      .update(deliveries)
      .set({ ...outcome, holder: outcome.state === 'unconfirmed' ? holder : null })
      .where(own([subscriberId]))
}

/** Gives back what a process has claimed and not sent. */
export async function releaseClaims(
  tx: Tx,
  { editionId, holder }: { editionId: number; holder: string },
): Promise<void> {
  await tx
    .update(deliveries)
    .set({ state: 'waiting', holder: null })
    .where(
      and(
        eq(deliveries.editionId, editionId),
        eq(deliveries.holder, holder),
        eq(deliveries.state, 'claimed'),
      ),
    )
}

/**
 * Takes up what was left behind, before a round of sending begins: a claimed message is sent again, and one whose last
 * byte was about to leave is unconfirmed. A process that lives on in spite of that hands over nothing any more.
 */
export async function recoverDeliveries(tx: Tx, editionId: number): Promise<number> {
  const left = (state: DeliveryState) => and(eq(deliveries.editionId, editionId), eq(deliveries.state, state))
  await tx.update(deliveries).set({ state: 'waiting', holder: null }).where(left('claimed'))
  const unconfirmed = await tx
    .update(deliveries)
    .set({ state: 'unconfirmed' })
    .where(left('handed'))
    .returning({ subscriberId: deliveries.subscriberId })
  return unconfirmed.length
}

/** Whether an edition has deliveries that some process has claimed or handed over. */
export async function hasHeldDeliveries(db: Reader, editionId: number): Promise<boolean> {
  const rows = await db
    .select({ subscriberId: deliveries.subscriberId })
    .from(deliveries)
    .where(and(eq(deliveries.editionId, editionId), inArray(deliveries.state, ['claimed', 'handed'])))
    .orderBy(asc(deliveries.subscriberId))
    .limit(1)
  return rows.length > 0
}

/** The next moment at which a delivery that was put off is due; null when none waits. */
export async function nextDeferredAt(db: Reader | Tx, editionId: number): Promise<Date | null> {
  const [row] = await db
    .select({ nextAt: deliveries.nextAt })
    .from(deliveries)
    .where(and(eq(deliveries.editionId, editionId), eq(deliveries.state, 'waiting')))
    .orderBy(asc(deliveries.nextAt), asc(deliveries.subscriberId))
    .limit(1)
  return row?.nextAt ?? null
}

/** Passes over the readers whom a cancelled edition was put off for. */
export async function skipWaiting(tx: Tx, editionId: number): Promise<void> {
  await tx
    .update(deliveries)
    .set({ state: 'skipped', holder: null })
    .where(and(eq(deliveries.editionId, editionId), eq(deliveries.state, 'waiting')))
}

/** Lets a person send unconfirmed messages again. */
export async function sendUnconfirmedAgain(tx: Tx, editionId: number, now: Date): Promise<number> {
  const rows = await tx
    .update(deliveries)
    .set({ state: 'waiting', holder: null, nextAt: now })
    .where(and(eq(deliveries.editionId, editionId), eq(deliveries.state, 'unconfirmed')))
    .returning({ subscriberId: deliveries.subscriberId })
  return rows.length
}

/** The deliveries in some states with the addresses of those who are still there, in batches by number. */
export function listedDeliveries(
  db: Reader,
  {
    editionId,
    states,
    after,
    limit,
  }: { editionId: number; states: DeliveryState[]; after: number; limit: number },
) {
  return db
    .select({
      subscriberId: deliveries.subscriberId,
      state: deliveries.state,
      attempts: deliveries.attempts,
      answer: deliveries.answer,
      address: subscribers.address,
    })
    .from(deliveries)
    .leftJoin(subscribers, eq(subscribers.id, deliveries.subscriberId))
    .where(
      and(
        eq(deliveries.editionId, editionId),
        inArray(deliveries.state, states),
        gt(deliveries.subscriberId, after),
      ),
    )
    .orderBy(asc(deliveries.subscriberId))
    .limit(limit)
}

/** Notes that a message came back; false when that is known, or the delivery is not. */
export async function noteReturned(
  tx: Tx,
  { editionId, subscriberId, answer }: { editionId: number; subscriberId: number; answer: string },
): Promise<boolean> {
  const rows = await tx
    .update(deliveries)
    .set({ state: 'returned', answer })
    .where(
      and(
        eq(deliveries.editionId, editionId),
        eq(deliveries.subscriberId, subscriberId),
        inArray(deliveries.state, ['sent', 'unconfirmed']),
      ),
    )
    .returning({ subscriberId: deliveries.subscriberId })
  return rows.length > 0
}
