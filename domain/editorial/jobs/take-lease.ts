import { putLease } from '#db/queries/leases.ts'
import { type Tx, write } from '#db/write.ts'

/**
 * Takes the right to run a job until `forMs` from now, so that only one of several processes runs it:
 * `if (await takeLease('most-read', thisProcess, 55_000)) ...`. Its holder may renew it before it runs out; a holder
 * that died loses it when it runs out. All callers of one name pass the same duration: a lease that ends later than that
 * was taken before the clock was put back, and does not count.
 *
 * A lease saves work but guarantees nothing: a job that must run once checks that in its own transaction.
 */
export function takeLease(name: string, holder: string, forMs: number, now = new Date()): Promise<boolean> {
  return write(tx => takeLeaseIn(tx, name, holder, forMs, now))
}

function takeLeaseIn(
  tx: Tx,
  name: string,
  holder: string,
  forMs: number,
  now = new Date(),
): Promise<boolean> {
  return putLease(tx, { name, holder, now, until: new Date(now.getTime() + forMs) })
}
