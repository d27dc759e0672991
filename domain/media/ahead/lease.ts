import { releaseLease } from '#domain/editorial/jobs/release-lease.ts'
import { takeLease } from '#domain/editorial/jobs/take-lease.ts'

/** The lease on making pictures ahead, which the portal and `press pictures make` share. */
export const PICTURES_AHEAD_LEASE = 'pictures-ahead'
/** A process that died loses it after this time. */
export const PICTURES_AHEAD_LEASE_MS = 60_000

const RENEW_MS = PICTURES_AHEAD_LEASE_MS / 3

/**
 * Works while this holder has the lease, which is renewed meanwhile and given back at the end. `lost` aborts when it
 * could not be renewed. False without any work when another process has it.
 */
export async function whileHoldingAhead(
  holder: string,
  work: (lost: AbortSignal) => Promise<void>,
): Promise<boolean> {
  const take = () => takeLease(PICTURES_AHEAD_LEASE, holder, PICTURES_AHEAD_LEASE_MS)
  if (!(await take())) return false
  const lost = new AbortController()
  const renewal = setInterval(async () => {
    const isHeld = await take().catch(() => false)
    if (!isHeld) lost.abort()
  }, RENEW_MS)
  renewal.unref()
  try {
    await work(lost.signal)
    return true
  } finally {
    clearInterval(renewal)
    await releaseLease(PICTURES_AHEAD_LEASE, holder)
  }
}
