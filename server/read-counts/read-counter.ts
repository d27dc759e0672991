import { addReads, type HourlyReads } from '#db/queries/reads.ts'
import { write } from '#db/write.ts'
import { SharedLimit } from '#domain/editorial/limits/shared-limit.ts'
import { log } from '#server/log.ts'
import { PendingReads } from './pending-reads.ts'

export type ReadCounter = {
  /** Counts one read; costs nothing but a little memory. */
  count: (articleId: number, nowMs?: number) => void
  /** Counts one that somebody at this address claims, unless too many were claimed there in this minute. */
  countClaim: (articleId: number, address: string, nowMs?: number) => void
  /** Writes what has been counted so far. What cannot be written is kept for the next time. */
  flush: () => Promise<void>
  /** Stops the clock and writes the rest. */
  close: () => Promise<void>
}

export type ReadCounterOptions = {
  claims?: SharedLimit
  save?: (counts: HourlyReads[]) => Promise<void>
  flushEveryMs?: number
  /** How many articles are remembered between two writes; what is read beyond them is not counted. */
  mostArticles?: number
}

/* Behind one address there may be a school; more at once than are remembered are no readers. */
const CLAIMS = { name: 'read-claims', most: 60, everyMs: 60_000, mostRemembered: 100_000 }

/* What is claimed where becomes known to the other processes with the reads: it costs no write of its own. */
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
  mostArticles = 20_000,
}: ReadCounterOptions = {}): ReadCounter {
  let pending = new PendingReads(mostArticles)
  let flushing = Promise.resolve()

  async function flushOnce(): Promise<void> {
    if (pending.isEmpty) return
    const taken = pending.rows()
    const { dropped } = pending
    pending = new PendingReads(mostArticles)
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
