import { contentVersion } from '#db/content-version.ts'
import { reader } from '#db/open.ts'
import { hasSpokenWork, recoverSpoken } from '#db/queries/audio/spoken.ts'
import { write } from '#db/write.ts'
import { thisProcess } from '#domain/editorial/jobs/this-process.ts'
import { whileHolding } from '#domain/editorial/jobs/while-holding.ts'
import { type Made, makeNext, type Speak } from '#domain/media/audio/making/make-next.ts'
import { requestAhead } from '#domain/media/audio/making/request-ahead.ts'
import { offeredVoices } from '#domain/media/audio/voices/offered-voices.ts'
import { log } from '#server/log.ts'
import { countSpoken } from '#server/metrics/voices.ts'
import type { Job } from './start-jobs.ts'

/* A reader waits. */
const EVERY_MS = 500
/* A process that was killed leaves the voices to another one after this time. */
const LEASE = { name: 'voices', forMs: 15_000 }
const REQUEST_AHEAD_EVERY_MS = 30_000

type Options = { dataDir: string; speak: Speak; holder?: string }

/**
 * Speaks what readers wait for, and the newest articles ahead. One process of several does it, in two lanes: a long
 * article that nobody waits for must not keep a reader waiting.
 */
export function voiceJob({ dataDir, speak, holder = thisProcess }: Options): Job {
  let aheadOf: string | null = null
  let aheadAtMs = Number.NEGATIVE_INFINITY
  let trouble: string | null = null

  return {
    name: 'voices',
    everyMs: EVERY_MS,
    run: async (now, signal) => {
      await askAhead(now)
      if (!(await hasSpokenWork(reader(), now))) return
      await whileHolding(LEASE, holder, async lost => {
        await write(recoverSpoken)
        const until = AbortSignal.any([signal, lost])
        await Promise.all([lane(until, true), lane(until, false)])
      })
    },
  }

  /* Only after a change, and at most every half minute. */
  async function askAhead(now: Date): Promise<void> {
    if (performance.now() - aheadAtMs < REQUEST_AHEAD_EVERY_MS) return
    const state = `${contentVersion()} ${JSON.stringify(await offeredVoices())}`
    if (state === aheadOf) return
    await requestAhead(now, aheadOf === null)
    aheadOf = state
    aheadAtMs = performance.now()
  }

  async function lane(signal: AbortSignal, urgentOnly: boolean): Promise<void> {
    while (!signal.aborted) {
      const made = await makeNext({ dataDir, holder, speak, signal, urgentOnly }).catch(error => {
        if (signal.aborted) return { outcome: 'none' } as const
        throw error
      })
      note(made)
      if (made.outcome === 'none') return
    }
  }

  function note(made: Made): void {
    if (made.outcome === 'made') {
      countSpoken(made.voice, 'made', made.durationMs)
      if (trouble !== null) log.warn({ voice: made.voice }, 'The voice works again')
      trouble = null
    }
    if (made.outcome !== 'failed') return
    countSpoken(made.voice, 'failed', 0)
    const seen = String(made.error)
    if (seen !== trouble) log.warn({ voice: made.voice, err: made.error }, 'An article could not be spoken')
    trouble = seen
  }
}
