import { and, asc, desc, eq, inArray, lt, lte, sql } from 'drizzle-orm'
import type { Reader } from '#db/open.ts'
import {
  deliveries,
  type EditionState,
  editions,
  editionTexts,
  type NewsletterKind,
  subscribers,
  subscriptions,
} from '#db/schema/tables.ts'
import type { Tx } from '#db/write.ts'
import type { Locale } from '#i18n/locales.ts'

export type Edition = typeof editions.$inferSelect
export type EditionText = Omit<typeof editionTexts.$inferSelect, 'editionId'>
type NewEdition = Omit<typeof editions.$inferInsert, 'id'>

/** Keeps a new edition; null when one of that newsletter is kept for that moment already. */
export async function insertEdition(tx: Tx, edition: NewEdition): Promise<Edition | null> {
  const [row] = await tx
    .insert(editions)
    .values(edition)
    .onConflictDoNothing({ target: [editions.newsletter, editions.dueAt] })
    .returning()
  return row ?? null
}

export async function putEditionTexts(
  tx: Tx,
  editionId: number,
  texts: readonly EditionText[],
): Promise<void> {
  await tx.delete(editionTexts).where(eq(editionTexts.editionId, editionId))
  for (const text of texts) await tx.insert(editionTexts).values({ editionId, ...text })
}

export function editionTextsOf(db: Reader | Tx, editionId: number): Promise<EditionText[]> {
  const { editionId: _, ...columns } = {
    editionId: editionTexts.editionId,
    locale: editionTexts.locale,
    subject: editionTexts.subject,
    preview: editionTexts.preview,
    html: editionTexts.html,
    text: editionTexts.text,
  }
  return db
    .select(columns)
    .from(editionTexts)
    .where(eq(editionTexts.editionId, editionId))
    .orderBy(asc(editionTexts.locale))
}

export async function editionById(db: Reader | Tx, id: number): Promise<Edition | null> {
  const [row] = await db.select().from(editions).where(eq(editions.id, id)).orderBy(asc(editions.id))
  return row ?? null
}

/** The newest edition of a newsletter that was made of news, whatever became of it. */
export async function lastWithNews(db: Reader | Tx, newsletter: NewsletterKind): Promise<Edition | null> {
  const [row] = await db
    .select()
    .from(editions)
    .where(and(eq(editions.newsletter, newsletter), inArray(editions.state, ['sending', 'paused', 'sent'])))
    .orderBy(desc(editions.newsUntil), desc(editions.id))
    .limit(1)
  return row ?? null
}

export async function hasEditionFor(
  db: Reader | Tx,
  newsletter: NewsletterKind,
  dueAt: Date,
): Promise<boolean> {
  const rows = await db
    .select({ id: editions.id })
    .from(editions)
    .where(and(eq(editions.newsletter, newsletter), eq(editions.dueAt, dueAt)))
    .orderBy(asc(editions.id))
  return rows.length > 0
}

/** The edition of a newsletter that is about a story and was not cancelled. */
export async function editionAbout(
  db: Reader | Tx,
  newsletter: NewsletterKind,
  storyId: number,
): Promise<Edition | null> {
  const [row] = await db
    .select()
    .from(editions)
    .where(
      and(
        eq(editions.newsletter, newsletter),
        eq(editions.storyId, storyId),
        inArray(editions.state, ['late', 'sending', 'paused', 'sent']),
      ),
    )
    .orderBy(desc(editions.id))
    .limit(1)
  return row ?? null
}

/** Editions in some states, the oldest first. */
export function editionsIn(db: Reader | Tx, states: readonly EditionState[]): Promise<Edition[]> {
  return db
    .select()
    .from(editions)
    .where(inArray(editions.state, [...states]))
    .orderBy(asc(editions.id))
}

export function newestEditions(db: Reader, limit: number): Promise<Edition[]> {
  return db.select().from(editions).orderBy(desc(editions.id)).limit(limit)
}

/** Changes an edition that is in one of some states; null when it is not. */
export async function changeEdition(
  tx: Tx,
  { id, from }: { id: number; from: readonly EditionState[] },
  set: Partial<NewEdition>,
): Promise<Edition | null> {
  const [row] = await tx
    .update(editions)
    .set(set)
    .where(and(eq(editions.id, id), inArray(editions.state, [...from])))
    .returning()
  return row ?? null
}

export type EditionCounts = Record<
  'open' | 'sent' | 'refused' | 'unconfirmed' | 'skipped' | 'returned',
  number
>

/** Counts the deliveries of an edition; `open` are those that are not settled. */
export async function countDeliveries(db: Reader | Tx, editionId: number): Promise<EditionCounts> {
  const rows = await db
    .select({ state: deliveries.state, count: sql<number>`count(*)` })
    .from(deliveries)
    .where(eq(deliveries.editionId, editionId))
    .groupBy(deliveries.state)
    .orderBy(asc(deliveries.state))
  const counts: EditionCounts = { open: 0, sent: 0, refused: 0, unconfirmed: 0, skipped: 0, returned: 0 }
  for (const { state, count } of rows) {
    const name = state === 'waiting' || state === 'claimed' || state === 'handed' ? 'open' : state
    counts[name] += Number(count)
  }
  return counts
}

/** The number of subscribers to whom an edition has not come yet. */
export async function countNotReached(
  db: Reader | Tx,
  { newsletter, reached, madeAt }: Pick<Edition, 'newsletter' | 'reached' | 'madeAt'>,
  locales: readonly Locale[],
): Promise<number> {
  if (locales.length === 0) return 0
  const [row] = await db
    .select({ count: sql<number>`count(*)` })
    .from(subscriptions)
    .innerJoin(subscribers, eq(subscribers.id, subscriptions.subscriberId))
    .where(
      and(
        eq(subscriptions.newsletter, newsletter),
        sql`${subscriptions.subscriberId} > ${reached}`,
        lte(subscribers.confirmedAt, madeAt),
        inArray(subscribers.locale, [...locales]),
        sql`${subscribers.silencedAt} IS NULL`,
      ),
    )
  return Number(row?.count ?? 0)
}

/** Deletes deliveries of editions that ended before a moment, some at a time. Gives how many were deleted. */
export async function deleteOldDeliveries(tx: Tx, endedBefore: Date, most: number): Promise<number> {
  const [old] = await tx
    .select({ id: editions.id })
    .from(editions)
    .where(
      and(
        inArray(editions.state, ['sent', 'cancelled']),
        lt(editions.finishedAt, endedBefore),
        sql`EXISTS (SELECT 1 FROM deliveries d WHERE d.edition_id = ${editions.id})`,
      ),
    )
    .orderBy(asc(editions.id))
    .limit(1)
  if (!old) return 0
  const some = await tx
    .select({ subscriberId: deliveries.subscriberId })
    .from(deliveries)
    .where(eq(deliveries.editionId, old.id))
    .orderBy(asc(deliveries.subscriberId))
    .limit(most)
  const last = some.at(-1)
  if (!last) return 0
  await tx
    .delete(deliveries)
    .where(and(eq(deliveries.editionId, old.id), lte(deliveries.subscriberId, last.subscriberId)))
  return some.length
}
