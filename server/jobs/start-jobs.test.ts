import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { log } from '#server/log.ts'
import { type Job, startJobs } from './start-jobs.ts'

let stop: AbortController

beforeEach(() => {
  stop = new AbortController()
})

afterEach(() => {
  stop.abort()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

const job = (run: Job['run'], everyMs = 5): Job => ({ name: 'counting', everyMs, run })

describe('startJobs', () => {
  it('runs a job at once, and again after each rest', async () => {
    let runs = 0
    const done = startJobs(
      [
        job(async () => {
          if (++runs === 3) stop.abort()
        }),
      ],
      stop.signal,
    )
    await done
    expect(runs).toBe(3)
  })

  it('never runs a job beside itself, and does not hold up the others', async () => {
    let [running, most, quick] = [0, 0, 0]
    const slow = job(async () => {
      most = Math.max(most, ++running)
      await sleep(40)
      running--
    }, 1)
    const done = startJobs([slow, job(async () => void quick++)], stop.signal)
    await sleep(150)
    stop.abort()
    await done
    expect(most).toBe(1)
    expect(quick).toBeGreaterThan(1)
  })

  it('logs a failure once, with the name of the job, and goes on', async () => {
    const errors = vi.spyOn(log, 'error').mockReturnValue(undefined)
    const warnings = vi.spyOn(log, 'warn').mockReturnValue(undefined)
    const faults = ['disk full', 'disk full', 'disk full', null, 'disk full', 'no such table']
    await startJobs(
      [
        job(async () => {
          const fault = faults.shift()
          if (faults.length === 0) stop.abort()
          if (fault) throw new Error(fault)
        }),
      ],
      stop.signal,
    )
    const told = errors.mock.calls.map(([fields]) => fields as unknown as { job: string; err: Error })
    expect(told.map(({ job: name, err }) => `${name}: ${err.message}`)).toEqual([
      'counting: disk full',
      'counting: disk full',
      'counting: no such table',
    ])
    expect(warnings).toHaveBeenCalledTimes(1)
  })

  it('stops at once in its rest, and waits for a run that has begun', async () => {
    const resting = startJobs([job(async () => {}, 60_000)], stop.signal)
    await sleep(10)
    let isEnded = false
    const running = startJobs(
      [
        job(async () => {
          await sleep(50)
          isEnded = true
        }, 60_000),
      ],
      stop.signal,
    )
    const begun = performance.now()
    stop.abort()
    await resting
    expect(performance.now() - begun).toBeLessThan(30_000)
    await running
    expect(isEnded).toBe(true)
  })

  it('tells each run the time of the clock, wherever it jumped', async () => {
    const seen: string[] = []
    vi.useFakeTimers({ toFake: ['Date'] })
    const times = ['2026-02-22T12:00:00.000Z', '2026-02-22T11:00:00.000Z', '2027-01-01T00:00:00.000Z']
    vi.setSystemTime(times[0] ?? 0)
    await startJobs(
      [
        job(async now => {
          seen.push(now.toISOString())
          if (seen.length === times.length) stop.abort()
          else vi.setSystemTime(times[seen.length] ?? 0)
        }),
      ],
      stop.signal,
    )
    expect(seen).toEqual(times)
  })

  it('does not begin after the end', async () => {
    stop.abort()
    const run = vi.fn(async () => {})
    await startJobs([job(run)], stop.signal)
    expect(run).not.toHaveBeenCalled()
  })
})
