import { addTimes } from '#db/queries/rate-limits.ts'
import type { Tx } from '#db/write.ts'
import { type RateLimit, stretchAt } from './rate-limit.ts'
import { namesOfToday } from './who-it-is.ts'

export type SharedLimitOptions = RateLimit & {
  /** How many are remembered in a stretch; more at once than that are not readers, and are refused. */
  mostRemembered: number
}

type Counted = { own: number; shared: number; elsewhere: number }

/* Whoever did less than this part of what is allowed is nobody's business but this process's. */
const WORTH_SHARING = 1 / 4

/**
 * A limit for what is frequent: counted in memory, and shared with the other processes whenever something is written
 * anyway. One process allows `most` at most; of several, each learns what the others have counted when it shares, so
 * together they may allow a quarter more for each process, and what comes between two writes. Most readers never come
 * to be written down.
 */
export class SharedLimit {
  private since = Number.NEGATIVE_INFINITY
  private counted = new Map<string, Counted>()

  constructor(private readonly options: SharedLimitOptions) {}

  /** Counts it and says yes, or no. */
  mayPass(who: string, nowMs: number): boolean {
    const { most, everyMs, mostRemembered } = this.options
    const since = stretchAt(everyMs, nowMs)
    if (since !== this.since) {
      this.since = since
      this.counted = new Map()
    }
    const counted = this.counted.get(who)
    if (!counted) {
      if (most < 1 || this.counted.size >= mostRemembered) return false
      this.counted.set(who, { own: 1, shared: 0, elsewhere: 0 })
      return true
    }
    if (counted.own + counted.elsewhere >= most) return false
    counted.own += 1
    return true
  }

  /** Writes what is worth sharing. What this gives is to be called once the transaction is in force. */
  async share(tx: Tx, now = new Date()): Promise<() => void> {
    const { name, most } = this.options
    const worth = [...this.counted].filter(
      ([, { own, shared }]) => own > shared && own >= most * WORTH_SHARING,
    )
    if (worth.length === 0) return () => {}
    const nameOf = await namesOfToday(tx, now)
    const since = new Date(this.since)
    const sent = worth.map(([who, counted]) => ({
      ...{ counted, who: nameOf(who), own: counted.own, times: counted.own - counted.shared },
    }))
    const totals = await addTimes(
      tx,
      sent.map(({ who, times }) => ({ name, who, since, times })),
    )
    return () => {
      for (const { counted, who, own } of sent) {
        counted.shared = own
        counted.elsewhere = (totals.get(who) ?? own) - own
      }
    }
  }
}
