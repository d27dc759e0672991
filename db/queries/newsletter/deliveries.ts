/** Deliveries of editions: from the claim by a process to the answer of the mail server. */
import { and, asc, eq, exists, gt, inArray, isNull, lte, sql } from 'drizzle-orm'
import type { Reader } from '#db/open.ts'
import { type DeliveryState, deliveries, editions, subscribers, subscriptions } from '#db/schema/tables.ts'
import type { Tx } from '#db/write.ts'
import type { Locale } from '#i18n/locales.ts'
import type { Edition } from './editions.ts'

/** A delivery that a process has claimed, with all that its message needs to know of the reader. */
export type ClaimedDelivery = {
  subscriberId: number
  address: string
  addressKey: string
  locale: Locale
  confirmedAt: Date
  attempts: number
}

type Claim = { edition: Edition; locales: readonly Locale[]; holder: string; now: Date; most: number }

const claimedColumns = {
  subscriberId: subscribers.id,
  address: subscribers.address,
  addressKey: subscribers.addressKey,
  locale: subscribers.locale,
  confirmedAt: subscribers.confirmedAt,
}

/** Claims deliveries that were put off and are due again. Who has left meanwhile is passed over for good. */
export async function claimDeferred(tx: Tx, claim: Claim): Promise<ClaimedDelivery[]> {
  const { edition, locales, holder, now, most } = claim
  const due = await tx
    .select({ subscriberId: deliveries.subscriberId, attempts: deliveries.attempts })
    .from(deliveries)
    .where(
      and(eq(deliveries.editionId, edition.id), eq(deliveries.state, 'waiting'), lte(deliveries.nextAt, now)),
    )
    .orderBy(asc(deliveries.nextAt), asc(deliveries.subscriberId))
    .limit(most)
  if (due.length === 0) return []
  const ids = due.map(({ subscriberId }) => subscriberId)
  const rows = await tx
    .select(claimedColumns)
    .from(subscriptions)
    .innerJoin(subscribers, eq(subscribers.id, subscriptions.subscriberId))
    .where(
      and(
        eq(subscriptions.newsletter, edition.newsletter),
        inArray(subscriptions.subscriberId, ids),
        inArray(subscribers.locale, [...locales]),
        isNull(subscribers.silencedAt),
      ),
    )
    .orderBy(asc(subscribers.id))
  const staying = new Set(rows.map(({ subscriberId }) => subscriberId))
  await setStates(
    tx,
    edition.id,
    ids.filter(id => !staying.has(id)),
    { state: 'skipped', holder: null },
  )
  await setStates(tx, edition.id, [...staying], { state: 'claimed', holder })
  const attempts = new Map(due.map(row => [row.subscriberId, row.attempts]))
  return rows.map(row => ({ ...row, attempts: attempts.get(row.subscriberId) ?? 0 }))
}

/**
 * Claims deliveries to the next subscribers that the edition has not come to. `reached` is how far it has come with
 * them, the edition's own when nobody is left. Who subscribed after the edition was made gets the next one.
 */
export async function claimNext(
  tx: Tx,
  claim: Claim,
): Promise<{ claimed: ClaimedDelivery[]; reached: number }> {
  const { edition, locales, holder, now, most } = claim
  if (locales.length === 0) return { claimed: [], reached: edition.reached }
  const rows = await tx
    .select(claimedColumns)
    .from(subscriptions)
    .innerJoin(subscribers, eq(subscribers.id, subscriptions.subscriberId))
    .where(
      and(
        eq(subscriptions.newsletter, edition.newsletter),
        gt(subscriptions.subscriberId, edition.reached),
        lte(subscribers.confirmedAt, edition.madeAt),
        inArray(subscribers.locale, [...locales]),
        isNull(subscribers.silencedAt),
      ),
    )
    .orderBy(asc(subscriptions.subscriberId))
    .limit(most)
  const last = rows.at(-1)
  if (!last) return { claimed: [], reached: edition.reached }
  await tx
    .insert(deliveries)
    .values(
      rows.map(({ subscriberId }) => ({
        editionId: edition.id,
        subscriberId,
        state: 'claimed' as const,
        holder,
        nextAt: now,
      })),
    )
    /* The reader came to the edition before, under a number that was restored: the first time counts. */
    .onConflictDoNothing()
  await tx.update(editions).set({ reached: last.subscriberId }).where(eq(editions.id, edition.id))
  return { claimed: rows.map(row => ({ ...row, attempts: 0 })), reached: last.subscriberId }
}

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

function setStates(
  tx: Tx,
  editionId: number,
  ids: number[],
  set: { state: DeliveryState; holder: string | null },
) {
  return tx
    .update(deliveries)
    .set(set)
    .where(and(eq(deliveries.editionId, editionId), inArray(deliveries.subscriberId, ids)))
}
