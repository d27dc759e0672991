import { whileHolding } from '#domain/editorial/jobs/while-holding.ts'

/** The lease on making pictures ahead, which the portal and `press pictures make` share. */
export const PICTURES_AHEAD_LEASE = 'pictures-ahead'
/** A process that died loses it after this time. */
export const PICTURES_AHEAD_LEASE_MS = 60_000

/** Works while this holder has the lease on making pictures ahead: see whileHolding. */
export function whileHoldingAhead(
  holder: string,
  work: (lost: AbortSignal) => Promise<void>,
): Promise<boolean> {
  return whileHolding({ name: PICTURES_AHEAD_LEASE, forMs: PICTURES_AHEAD_LEASE_MS }, holder, work)
}
