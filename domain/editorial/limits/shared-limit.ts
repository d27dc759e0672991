import { addTimes } from '#db/queries/rate-limits.ts'
import type { Tx } from '#db/write.ts'
import { pseudonymsOfToday } from './client-pseudonyms.ts'
import { type RateLimit, windowAt } from './rate-limit.ts'

export type SharedLimitOptions = RateLimit & {
  /** At most so many clients are remembered in a window; more at once than that are not readers, and are refused. */
  mostRemembered: number
}

type Counted = { own: number; shared: number; elsewhere: number }

/* A client that has used less than this part of the limit is counted in this process alone. */
const WORTH_SHARING = 1 / 4

/**
 * A limit for frequent requests: counted in memory, and shared with the other processes whenever something is written
 * anyway. One process allows `most`; several learn from each other when they share, so together they may allow a
 * quarter more for each process, and what comes between two writes. Most readers are never written to the database.
 */
export class SharedLimit {
  private since = Number.NEGATIVE_INFINITY
  private counted = new Map<string, Counted>()

  constructor(private readonly options: SharedLimitOptions) {}

  /** Counts a request of `who`; false when the limit is reached. */
  mayPass(who: string, nowMs: number): boolean {
    const { most, everyMs, mostRemembered } = this.options
    const since = windowAt(everyMs, nowMs)
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

  /** Writes the counts that are worth sharing. Call the returned function once the transaction is committed. */
  async share(tx: Tx, now = new Date()): Promise<() => void> {
    const { name, most } = this.options
    const worth = [...this.counted].filter(
      ([, { own, shared }]) => own > shared && own >= most * WORTH_SHARING,
    )
    if (worth.length === 0) return () => {}
    const pseudonymOf = await pseudonymsOfToday(tx, now)
    const since = new Date(this.since)
    const sent = worth.map(([who, counted]) => ({
      ...{ counted, who: pseudonymOf(who), own: counted.own, times: counted.own - counted.shared },
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
