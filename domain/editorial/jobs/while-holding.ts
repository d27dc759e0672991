import { releaseLease } from './release-lease.ts'
import { takeLease } from './take-lease.ts'

export type LeaseKind = {
  name: string
  /** A process that died loses it after this time, in milliseconds. */
  forMs: number
}

/**
 * Works while this holder has the lease, which is renewed meanwhile and given back at the end. `lost` aborts when it
 * could not be renewed. False without any work when another process has it.
 */
export async function whileHolding(
  { name, forMs }: LeaseKind,
  holder: string,
  work: (lost: AbortSignal) => Promise<void>,
): Promise<boolean> {
  const take = () => takeLease(name, holder, forMs)
  if (!(await take())) return false
  const lost = new AbortController()
  const renewal = setInterval(async () => {
    const isHeld = await take().catch(() => false)
    if (!isHeld) lost.abort()
  }, forMs / 3)
  renewal.unref()
  try {
    await work(lost.signal)
    return true
  } finally {
    clearInterval(renewal)
    await releaseLease(name, holder)
  }
}
