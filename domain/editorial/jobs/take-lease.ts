import { putLease } from '#db/queries/leases.ts'
import { type Tx, write } from '#db/write.ts'

/**
 * Asks for the right to do a job of the program until `forMs` from now, so that of several processes one does it:
 * `if (await takeLease('most-read', thisProcess, 55_000)) ...`. Its holder may take it again before it runs out; a
 * holder that died loses it when it runs out. Everybody who asks for one name asks for the same duration: a lease
 * that reaches further than that was given before the clock was put back, and does not count.
 *
 * A lease saves work, it does not make it safe: what must happen once says so in its own transaction.
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
