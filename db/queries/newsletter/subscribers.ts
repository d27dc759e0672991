import { and, asc, desc, eq, gt, inArray, isNull, sql } from 'drizzle-orm'
import type { Reader } from '#db/open.ts'
import { deliveries, editions, type NewsletterKind, subscribers, subscriptions } from '#db/schema/tables.ts'
import type { Tx } from '#db/write.ts'
import type { Locale } from '#i18n/locales.ts'

export type Subscriber = typeof subscribers.$inferSelect & { newsletters: NewsletterKind[] }
export type NewSubscriber = Omit<typeof subscribers.$inferInsert, 'id'>

export async function subscriberOf(db: Reader | Tx, addressKey: string): Promise<Subscriber | null> {
  const [row] = await db
    .select()
    .from(subscribers)
    .where(eq(subscribers.addressKey, addressKey))
    .orderBy(asc(subscribers.id))
  return row ? { ...row, newsletters: await newslettersOf(db, row.id) } : null
}

export async function subscriberById(db: Reader | Tx, id: number): Promise<Subscriber | null> {
  const [row] = await db.select().from(subscribers).where(eq(subscribers.id, id)).orderBy(asc(subscribers.id))
  return row ? { ...row, newsletters: await newslettersOf(db, row.id) } : null
}

async function newslettersOf(db: Reader | Tx, subscriberId: number): Promise<NewsletterKind[]> {
  const rows = await db
    .select({ newsletter: subscriptions.newsletter })
    .from(subscriptions)
    .where(eq(subscriptions.subscriberId, subscriberId))
    .orderBy(asc(subscriptions.newsletter))
  return rows.map(({ newsletter }) => newsletter)
}

export async function insertSubscriber(tx: Tx, subscriber: NewSubscriber): Promise<number> {
  const [row] = await tx.insert(subscribers).values(subscriber).returning({ id: subscribers.id })
  return (row as { id: number }).id
}

export async function updateSubscriber(
  tx: Tx,
  id: number,
  set: Partial<Omit<NewSubscriber, 'addressKey'>>,
): Promise<void> {
  await tx.update(subscribers).set(set).where(eq(subscribers.id, id))
}

/** Replaces the newsletters of a subscriber. */
export async function putSubscriptions(
  tx: Tx,
  subscriberId: number,
  newsletters: readonly NewsletterKind[],
): Promise<void> {
  await tx.delete(subscriptions).where(eq(subscriptions.subscriberId, subscriberId))
  if (newsletters.length === 0) return
  await tx.insert(subscriptions).values(newsletters.map(newsletter => ({ newsletter, subscriberId })))
}

/** Deletes a subscriber. Rows of deliveries keep the number, which nobody else ever gets, and no words. */
export async function deleteSubscriber(tx: Tx, id: number): Promise<void> {
  await tx.delete(subscriptions).where(eq(subscriptions.subscriberId, id))
  await tx.delete(subscribers).where(eq(subscribers.id, id))
  await tx.update(deliveries).set({ answer: null }).where(eq(deliveries.subscriberId, id))
}

/** A batch of all subscribers with their newsletters, in the order of their numbers. */
export async function subscribersAfter(db: Reader | Tx, after: number, limit: number): Promise<Subscriber[]> {
  const rows = await db
    .select()
    .from(subscribers)
    .where(gt(subscribers.id, after))
    .orderBy(asc(subscribers.id))
    .limit(limit)
  const last = rows.at(-1)
  if (!last) return []
  const chosen = await db
    .select()
    .from(subscriptions)
    .where(and(gt(subscriptions.subscriberId, after), sql`${subscriptions.subscriberId} <= ${last.id}`))
    .orderBy(asc(subscriptions.newsletter), asc(subscriptions.subscriberId))
  const byId = new Map<number, NewsletterKind[]>()
  for (const { subscriberId, newsletter } of chosen)
    byId.set(subscriberId, [...(byId.get(subscriberId) ?? []), newsletter])
  return rows.map(row => ({ ...row, newsletters: byId.get(row.id) ?? [] }))
}

/** The number of the newest subscriber; 0 when there is none. */
export async function newestSubscriberId(db: Reader | Tx): Promise<number> {
  const [row] = await db
    .select({ id: subscribers.id })
    .from(subscribers)
    .orderBy(desc(subscribers.id))
    .limit(1)
  return row?.id ?? 0
}

/** Those among these keys that are taken. */
export async function knownKeys(db: Reader | Tx, keys: readonly string[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set()
  const rows = await db
    .select({ key: subscribers.addressKey })
    .from(subscribers)
    .where(inArray(subscribers.addressKey, [...keys]))
    .orderBy(asc(subscribers.addressKey))
  return new Set(rows.map(({ key }) => key))
}

/** The number of subscribers who would get each newsletter in each language now. */
export async function countSubscribers(
  db: Reader,
): Promise<{ newsletter: NewsletterKind; locale: Locale; count: number }[]> {
  const rows = await db
    .select({
      newsletter: subscriptions.newsletter,
      locale: subscribers.locale,
      count: sql<number>`count(*)`,
    })
    .from(subscriptions)
    .innerJoin(subscribers, eq(subscribers.id, subscriptions.subscriberId))
    .where(isNull(subscribers.silencedAt))
    .groupBy(subscriptions.newsletter, subscribers.locale)
    .orderBy(asc(subscriptions.newsletter), asc(subscribers.locale))
  return rows.map(row => ({ ...row, count: Number(row.count) }))
}

/** The number of all subscribers, and of those among them who are written to no more. */
export async function countAll(db: Reader): Promise<{ all: number; silenced: number }> {
  const [row] = await db
    .select({ all: sql<number>`count(*)`, silenced: sql<number>`count(${subscribers.silencedAt})` })
    .from(subscribers)
  return { all: Number(row?.all ?? 0), silenced: Number(row?.silenced ?? 0) }
}

export type OwnDelivery = { newsletter: NewsletterKind; dueAt: Date; state: string }

/** The editions on their way to a subscriber, as far as they are still kept. */
export function deliveriesOf(db: Reader | Tx, subscriberId: number): Promise<OwnDelivery[]> {
  return db
    .select({ newsletter: editions.newsletter, dueAt: editions.dueAt, state: deliveries.state })
    .from(deliveries)
    .innerJoin(editions, eq(editions.id, deliveries.editionId))
    .where(eq(deliveries.subscriberId, subscriberId))
    .orderBy(asc(editions.id))
}
