import { addReads, type HourlyReads } from '#db/queries/reads.ts'
import { write } from '#db/write.ts'
import { SharedLimit } from '#domain/editorial/limits/shared-limit.ts'
import { log } from '#server/log.ts'
import { PendingReads } from './pending-reads.ts'

export type ReadCounter = {
  /** Counts one read. It costs nothing but a little memory. */
  count: (articleId: number, nowMs?: number) => void
  /** Counts a read that a client at this address claims, unless too many were claimed from there in this minute. */
  countClaim: (articleId: number, address: string, nowMs?: number) => void
  /** Writes the counts so far. Counts that cannot be written are kept for the next time. */
  flush: () => Promise<void>
  /** Stops the timer and writes the rest. */
  close: () => Promise<void>
}

export type ReadCounterOptions = {
  claims?: SharedLimit
  save?: (counts: HourlyReads[]) => Promise<void>
  flushEveryMs?: number
  /** The most articles that are remembered between two writes; reads of further ones are not counted. */
  maxArticles?: number
}

/* One address may be that of a whole school. More addresses at once than are remembered do not belong to readers. */
const CLAIMS = { name: 'read-claims', most: 60, everyMs: 60_000, mostRemembered: 100_000 }

/* Other processes learn of the claims of an address in the transaction of the reads: this costs no write of its own. */
const saveWith = (claims: SharedLimit) => async (counts: HourlyReads[]) => {
  const isShared = await write(async tx => {
    await addReads(tx, counts)
    return claims.share(tx)
  })
  isShared()
}

/** Counts reads in memory and writes them every few seconds, each time in one transaction. */
export function readCounter({
  claims = new SharedLimit(CLAIMS),
  save = saveWith(claims),
  flushEveryMs = 5_000,
  maxArticles = 20_000,
}: ReadCounterOptions = {}): ReadCounter {
  let pending = new PendingReads(maxArticles)
  let flushing = Promise.resolve()

  async function flushOnce(): Promise<void> {
    if (pending.isEmpty) return
    const taken = pending.rows()
    const { dropped } = pending
    pending = new PendingReads(maxArticles)
    if (dropped > 0) log.warn({ dropped }, 'Reads of too many articles at once: some were not counted')
    try {
      await save(taken)
    } catch (error) {
      pending.addAll(taken)
      log.warn({ err: error }, 'Read counts could not be written; they are kept for the next time')
    }
  }

  function flush(): Promise<void> {
    flushing = flushing.then(flushOnce)
    return flushing
  }

  const timer = setInterval(flush, flushEveryMs).unref()
  return {
    count: (articleId, nowMs = Date.now()) => pending.add(articleId, nowMs),
    countClaim: (articleId, address, nowMs = Date.now()) => {
      if (claims.mayPass(address, nowMs)) pending.add(articleId, nowMs)
    },
    flush,
    close: () => {
      clearInterval(timer)
      return flush()
    },
  }
}
