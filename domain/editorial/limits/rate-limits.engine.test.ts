import { describe, expect, it } from 'vitest'
import { forgetTimes } from '#db/queries/rate-limits.ts'
import { write } from '#db/write.ts'
import { aNewsroom } from '#testing/newsroom.testing.ts'
import { SharedLimit } from './shared-limit.ts'
import { takeAttempt } from './take-attempt.ts'

const now = new Date('2026-02-22T12:00:00Z')
const later = (ms: number) => new Date(now.getTime() + ms)
const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

const newsroom = aNewsroom()

const stored = () =>
  newsroom.database.rows('SELECT name, who, times FROM rate_limits ORDER BY name, who, since')

describe('an attempt', () => {
  const limit = { name: 'log-in', most: 3, everyMs: 10 * MINUTE_MS }

  it('may be made so often in a stretch of time, by each', async () => {
    const made = []
    for (let time = 1; time <= 4; time++) made.push(await takeAttempt(limit, '198.51.100.7', later(time)))
    expect(made.map(attempt => attempt.isAllowed)).toEqual([true, true, true, false])
    expect(made.at(-1)?.retryAfterMs).toBe(10 * MINUTE_MS - 4)
    expect((await takeAttempt(limit, '198.51.100.8', now)).isAllowed).toBe(true)
    expect((await takeAttempt({ ...limit, name: 'other' }, '198.51.100.7', now)).isAllowed).toBe(true)
    expect((await takeAttempt(limit, '198.51.100.7', later(10 * MINUTE_MS))).isAllowed).toBe(true)
  })

  it('is allowed to so many of those who come at the same time', async () => {
    const made = await Promise.all(Array.from({ length: 8 }, () => takeAttempt(limit, 'a', now)))
    expect(made.filter(attempt => attempt.isAllowed)).toHaveLength(3)
  })

  it('is not refused for longer when the clock is put back', async () => {
    for (let time = 1; time <= 4; time++) await takeAttempt(limit, 'a', now)
    expect((await takeAttempt(limit, 'a', later(-60 * MINUTE_MS))).isAllowed).toBe(true)
  })

  it('leaves no address behind, and by the next day no way back to one', async () => {
    const address = '198.51.100.7'
    await takeAttempt(limit, address, now)
    await takeAttempt(limit, address, later(DAY_MS))
    const everything = JSON.stringify([await stored(), await newsroom.database.rows('SELECT * FROM facts')])
    expect(everything).not.toContain(address)
    expect(new Set((await stored()).map(({ who }) => who)).size).toBe(2)
    expect(await newsroom.database.rows("SELECT key FROM facts WHERE key LIKE 'rate-limits%'")).toHaveLength(
      1,
    )
  })
})

describe('a shared limit', () => {
  const options = { name: 'beacon', most: 8, everyMs: MINUTE_MS, mostRemembered: 3 }
  const at = now.getTime()
  const times = (limit: SharedLimit, count: number, who = 'a', nowMs = at) =>
    Array.from({ length: count }, () => limit.mayPass(who, nowMs)).filter(Boolean).length
  const share = async (limit: SharedLimit) => {
    const done = await write(tx => limit.share(tx, now))
    done()
  }

  it('allows so many in a stretch of time, from each', () => {
    const limit = new SharedLimit(options)
    expect([times(limit, 20), times(limit, 20, 'b')]).toEqual([8, 8])
    expect(times(limit, 20, 'a', at + MINUTE_MS)).toBe(8)
    expect(times(limit, 20, 'a', at - 60 * MINUTE_MS)).toBe(8)
  })

  it('remembers so many, and allows nothing to others until it may forget', () => {
    const limit = new SharedLimit(options)
    expect(['a', 'b', 'c', 'd', 'a'].map(who => limit.mayPass(who, at))).toEqual([
      true,
      true,
      true,
      false,
      true,
    ])
    expect(limit.mayPass('d', at + MINUTE_MS)).toBe(true)
  })

  it('knows what other processes counted once it has shared', async () => {
    const [one, other] = [new SharedLimit(options), new SharedLimit(options)]
    expect([times(one, 5), times(other, 2)]).toEqual([5, 2])
    await share(one)
    await share(other)
    expect(times(other, 20)).toBe(1)
    await share(other)
    expect(times(one, 20)).toBe(3)
    await share(one)
    expect(times(one, 20)).toBe(0)
    expect(await stored()).toMatchObject([{ name: 'beacon', times: 11 }])
  })

  it('writes nothing of those who did little, and nothing twice', async () => {
    const limit = new SharedLimit(options)
    times(limit, 1, 'seldom')
    times(limit, 3, 'often')
    await share(limit)
    await share(limit)
    expect(await stored()).toMatchObject([{ times: 3 }])
  })

  it('shares anew what could not be written', async () => {
    const limit = new SharedLimit(options)
    times(limit, 3)
    const failed = write(async tx => {
      await limit.share(tx, now)
      throw new Error('The disk is full')
    })
    await expect(failed).rejects.toThrow('The disk is full')
    await share(limit)
    expect(await stored()).toMatchObject([{ times: 3 }])
  })

  it('forgets stretches that are over, and those of a clock that was put back', async () => {
    for (const offsetMs of [-2 * DAY_MS, 0, DAY_MS])
      await takeAttempt({ name: 'x', most: 1, everyMs: MINUTE_MS }, 'a', later(offsetMs))
    await write(tx => forgetTimes(tx, later(-DAY_MS), now))
    expect(await stored()).toHaveLength(1)
  })
})
