import type { Reader } from '#db/open.ts'
import { factOf, putFact } from '#db/queries/facts.ts'
import { dropRequests, hasNewsletter, stopEditions } from '#db/queries/newsletter/copies.ts'
import type { Tx } from '#db/write.ts'

export type HoldReason = 'restored' | 'moved' | 'put-back'
export type Hold = { reason: HoldReason; since: Date }

/** The fact that sending is on hold, and why. */
export const HOLD_FACT = 'newsletter.hold'
const STARTED = 'newsletter.started'

/** The fact that names the place at which this database sends; see placing.ts. */
export const PLACE_FACT = 'newsletter.place'
/** Stands there when a person has said that the database may send wherever it is now. */
export const ANY_PLACE = 'any'

/* An administrator reads it before letting the edition go on. */
const ON_ITS_WAY = 'It was on its way when this copy was made, so some readers may have it already'

/**
 * Makes a copy of a newsroom send nothing: editions on their way stop, mails that readers asked for elsewhere are let go,
 * and nothing else leaves before a person lets it.
 * @returns whether sending is on hold; not in a newsroom that never had a newsletter
 */
export async function holdCopyIn(tx: Tx, reason: HoldReason, now = new Date()): Promise<boolean> {
  await dropRequests(tx)
  if (!(await hasNewsletter(tx))) return false
  await stopEditions(tx, ON_ITS_WAY)
  await holdSendingIn(tx, reason, now)
  return true
}

/**
 * Stops all sending until a person lets it go on: a copy of a newsroom knows nothing of what was sent, and of who left,
 * after it was taken.
 */
export async function holdSendingIn(tx: Tx, reason: HoldReason, now = new Date()): Promise<void> {
  await putFact(tx, HOLD_FACT, `${reason} ${now.toISOString()}`)
}

export async function currentHold(db: Reader | Tx): Promise<Hold | null> {
  const [reason, since] = (await factOf(db, HOLD_FACT))?.split(' ') ?? []
  return reason && since ? { reason: reason as HoldReason, since: new Date(since) } : null
}

/** Lets sending go on. Editions that were due meanwhile are not made up for: their readers may have got them. */
export async function releaseHoldIn(tx: Tx, now: Date): Promise<boolean> {
  if (!(await currentHold(tx))) return false
  await putFact(tx, HOLD_FACT, null)
  await putFact(tx, STARTED, now.toISOString())
  await putFact(tx, PLACE_FACT, ANY_PLACE)
  return true
}

/** The moment after which editions are made by themselves: that of the first start, or of the last release. */
export async function startedAt(db: Reader | Tx): Promise<Date | null> {
  const stored = await factOf(db, STARTED)
  return stored === null ? null : new Date(stored)
}

export function noteStartIn(tx: Tx, now: Date): Promise<void> {
  return putFact(tx, STARTED, now.toISOString())
}
