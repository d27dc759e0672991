import { setTimeout as sleep } from 'node:timers/promises'
import { log } from '#server/log.ts'

export type Job = {
  name: string
  /** The rest between two runs. */
  everyMs: number
  /** `now` is the time of the clock, however it jumped meanwhile; long work looks at the signal. */
  run: (now: Date, signal: AbortSignal) => Promise<void>
}

/**
 * Runs each job at once and then again and again, never beside itself, until the signal says so; settles when the
 * last run has ended. What fails is logged once until it works again or fails otherwise, and is tried again. Rests
 * are counted by a clock that nobody can put back, and do not keep the process alive.
 */
export async function startJobs(jobs: Job[], signal: AbortSignal): Promise<void> {
  await Promise.all(jobs.map(job => repeat(job, signal)))
}

async function repeat({ name, everyMs, run }: Job, signal: AbortSignal): Promise<void> {
  let fault: string | null = null
  while (!signal.aborted) {
    try {
      await run(new Date(), signal)
      if (fault !== null) log.warn({ job: name }, 'The job works again')
      fault = null
    } catch (error) {
      /* What wraps a fault of the database names the values of the query, which are others each time. */
      const seen = String((error instanceof Error && error.cause) || error)
      if (seen !== fault) log.error({ job: name, err: error }, 'A job failed; it is tried again')
      fault = seen
    }
    await sleep(everyMs, undefined, { signal, ref: false }).catch(() => undefined)
  }
}
