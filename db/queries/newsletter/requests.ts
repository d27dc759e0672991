/** Mails that somebody asked for, to confirm or to change: from the request to the use of the link. */
import { and, asc, desc, eq, gt, inArray, lte, sql } from 'drizzle-orm'
import type { Reader } from '#db/open.ts'
import { newsletterRequests, type RequestState } from '#db/schema/tables.ts'
import type { Tx } from '#db/write.ts'

export type NewsletterRequest = typeof newsletterRequests.$inferSelect

type NewRequest = Omit<
  typeof newsletterRequests.$inferInsert,
  'id' | 'state' | 'holder' | 'attempts' | 'tokenHash' | 'confirmedAt'
>

export async function insertRequest(tx: Tx, request: NewRequest): Promise<void> {
  await tx.insert(newsletterRequests).values({ ...request, state: 'waiting' })
}

/** Claims the requests whose mail is due, the oldest first. */
export async function claimRequests(
  tx: Tx,
  { holder, now, most }: { holder: string; now: Date; most: number },
): Promise<NewsletterRequest[]> {
  const due = await tx
    .select({ id: newsletterRequests.id })
    .from(newsletterRequests)
    .where(and(eq(newsletterRequests.state, 'waiting'), lte(newsletterRequests.nextAt, now)))
    .orderBy(asc(newsletterRequests.nextAt), asc(newsletterRequests.id))
    .limit(most)
  if (due.length === 0) return []
  return tx
    .update(newsletterRequests)
    .set({ state: 'claimed', holder, attempts: sql`${newsletterRequests.attempts} + 1` })
    .where(
      inArray(
        newsletterRequests.id,
        due.map(({ id }) => id),
      ),
    )
    .returning()
}

export async function hasDueRequest(db: Reader, now: Date): Promise<boolean> {
  const rows = await db
    .select({ id: newsletterRequests.id })
    .from(newsletterRequests)
    .where(and(eq(newsletterRequests.state, 'waiting'), lte(newsletterRequests.nextAt, now)))
    .orderBy(asc(newsletterRequests.nextAt), asc(newsletterRequests.id))
    .limit(1)
  return rows.length > 0
}

/** Changes a claimed request of a holder; false when it is not the holder's any more. */
export async function changeClaimed(
  tx: Tx,
  { id, holder, from = ['claimed'] }: { id: number; holder: string; from?: RequestState[] },
  set: Partial<typeof newsletterRequests.$inferInsert>,
): Promise<boolean> {
  const rows = await tx
    .update(newsletterRequests)
    .set(set)
    .where(
      and(
        eq(newsletterRequests.id, id),
        eq(newsletterRequests.holder, holder),
        inArray(newsletterRequests.state, from),
      ),
    )
    .returning({ id: newsletterRequests.id })
  return rows.length > 0
}

/**
 * Takes up what was left behind, before a round begins: a claimed mail is made anew, and one whose last byte was about to
 * leave is unconfirmed.
 */
export async function recoverRequests(tx: Tx): Promise<void> {
  const left = (state: RequestState) => eq(newsletterRequests.state, state)
  await tx.update(newsletterRequests).set({ state: 'waiting', holder: null }).where(left('claimed'))
  await tx.update(newsletterRequests).set({ state: 'unconfirmed' }).where(left('handed'))
}

/** Whether a round is under way, or one has left something behind. */
export async function hasHeldRequests(db: Reader): Promise<boolean> {
  const rows = await db
    .select({ id: newsletterRequests.id })
    .from(newsletterRequests)
    .where(inArray(newsletterRequests.state, ['claimed', 'handed']))
    .orderBy(asc(newsletterRequests.id))
    .limit(1)
  return rows.length > 0
}

/** The request behind a token, as long as its link is good. */
export async function requestOfToken(
  db: Reader | Tx,
  tokenHash: string,
  now: Date,
): Promise<NewsletterRequest | null> {
  const [row] = await db
    .select()
    .from(newsletterRequests)
    .where(and(eq(newsletterRequests.tokenHash, tokenHash), gt(newsletterRequests.expiresAt, now)))
    .orderBy(asc(newsletterRequests.id))
  return row ?? null
}

/** The newest request to subscribe of an address that was not used, whether or not its link is still good. */
export async function openRequestOf(db: Reader | Tx, addressKey: string): Promise<NewsletterRequest | null> {
  const [row] = await db
    .select()
    .from(newsletterRequests)
    .where(
      and(
        eq(newsletterRequests.addressKey, addressKey),
        eq(newsletterRequests.kind, 'confirm'),
        sql`${newsletterRequests.confirmedAt} IS NULL`,
      ),
    )
    .orderBy(desc(newsletterRequests.id))
    .limit(1)
  return row ?? null
}

export async function addressKeyOfRequest(db: Reader | Tx, id: number): Promise<string | null> {
  const [row] = await db
    .select({ addressKey: newsletterRequests.addressKey })
    .from(newsletterRequests)
    .where(eq(newsletterRequests.id, id))
    .orderBy(asc(newsletterRequests.id))
  return row?.addressKey ?? null
}

export async function noteConfirmed(tx: Tx, id: number, subscriberId: number, at: Date): Promise<void> {
  await tx
    .update(newsletterRequests)
    .set({ confirmedAt: at, subscriberId })
    .where(eq(newsletterRequests.id, id))
}

/** All requests of an address, for its owner to see. */
export function requestsOf(db: Reader | Tx, addressKey: string): Promise<NewsletterRequest[]> {
  return db
    .select()
    .from(newsletterRequests)
    .where(eq(newsletterRequests.addressKey, addressKey))
    .orderBy(asc(newsletterRequests.id))
}

export async function deleteRequestsOf(tx: Tx, addressKey: string): Promise<void> {
  await tx.delete(newsletterRequests).where(eq(newsletterRequests.addressKey, addressKey))
}

/** Deletes requests whose link ended before a moment, and those that never got one. */
export async function deleteEndedRequests(tx: Tx, before: Date): Promise<void> {
  await tx.delete(newsletterRequests).where(lte(newsletterRequests.expiresAt, before))
}
