/** Claims of deliveries by the process that sends them. */
import { and, asc, eq, gt, inArray, isNull, lte } from 'drizzle-orm'
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
