import { setTimeout as sleep } from 'node:timers/promises'
import { log } from '#server/log.ts'

export type Job = {
  name: string
  /** The pause between two runs. */
  everyMs: number
  /** `now` is the time of the clock, even if the clock jumped meanwhile. Long work watches the signal. */
  run: (now: Date, signal: AbortSignal) => Promise<void>
}

/**
 * Runs each job at once and then again and again, never twice at the same time, until the signal aborts. Settles when
 * the last run has ended. A job that fails is tried again, and its failure is logged once, until it works or fails in
 * another way. Pauses follow the monotonic clock and do not keep the process alive.
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
      /* The error around a database fault names the values of the query, which differ each time. */
      const seen = String((error instanceof Error && error.cause) || error)
      if (seen !== fault) log.error({ job: name, err: error }, 'A job failed; it is tried again')
      fault = seen
    }
    await sleep(everyMs, undefined, { signal, ref: false }).catch(() => undefined)
  }
}
