import type { Reader } from '#db/open.ts'
import { factOf, putFact } from '#db/queries/facts.ts'
import type { Tx } from '#db/write.ts'

export type HoldReason = 'restored' | 'moved' | 'put-back'
export type Hold = { reason: HoldReason; since: Date }

const HOLD = 'newsletter.hold'
const STARTED = 'newsletter.started'

/**
 * Stops all sending until a person lets it go on: a copy of a newsroom knows nothing of what was sent, and of who left,
 * after it was taken.
 */
export async function holdSendingIn(tx: Tx, reason: HoldReason, now = new Date()): Promise<void> {
  await putFact(tx, HOLD, `${reason} ${now.toISOString()}`)
}

export async function currentHold(db: Reader | Tx): Promise<Hold | null> {
  const [reason, since] = (await factOf(db, HOLD))?.split(' ') ?? []
  return reason && since ? { reason: reason as HoldReason, since: new Date(since) } : null
}

/** Lets sending go on. Editions that were due meanwhile are not made up for: their readers may have got them. */
export async function releaseHoldIn(tx: Tx, now: Date): Promise<boolean> {
  if (!(await currentHold(tx))) return false
  await putFact(tx, HOLD, null)
  await putFact(tx, STARTED, now.toISOString())
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
