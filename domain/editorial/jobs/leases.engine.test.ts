import { describe, expect, it } from 'vitest'
import { aNewsroom } from '#testing/newsroom.testing.ts'
import { releaseLease } from './release-lease.ts'
import { takeLease } from './take-lease.ts'

const now = new Date('2026-02-22T12:00:00Z')
const later = (ms: number) => new Date(now.getTime() + ms)
const MINUTE_MS = 60_000

aNewsroom()

describe('a lease', () => {
  it('is held by one at a time, until it runs out', async () => {
    expect(await takeLease('most-read', 'one', MINUTE_MS, now)).toBe(true)
    expect(await takeLease('most-read', 'two', MINUTE_MS, now)).toBe(false)
    expect(await takeLease('other', 'two', MINUTE_MS, now)).toBe(true)
    expect(await takeLease('most-read', 'two', MINUTE_MS, later(MINUTE_MS - 1))).toBe(false)
    expect(await takeLease('most-read', 'two', MINUTE_MS, later(MINUTE_MS))).toBe(true)
    expect(await takeLease('most-read', 'one', MINUTE_MS, later(MINUTE_MS))).toBe(false)
  })

  it('goes to one of those who ask at the same time', async () => {
    const asked = ['a', 'b', 'c', 'd'].map(holder => takeLease('most-read', holder, MINUTE_MS, now))
    expect((await Promise.all(asked)).filter(Boolean)).toHaveLength(1)
  })

  it('is renewed by its holder, and free once given back', async () => {
    await takeLease('most-read', 'one', MINUTE_MS, now)
    expect(await takeLease('most-read', 'one', MINUTE_MS, later(MINUTE_MS / 2))).toBe(true)
    expect(await takeLease('most-read', 'two', MINUTE_MS, later(MINUTE_MS))).toBe(false)
    await releaseLease('most-read', 'two')
    expect(await takeLease('most-read', 'two', MINUTE_MS, later(MINUTE_MS))).toBe(false)
    await releaseLease('most-read', 'one')
    expect(await takeLease('most-read', 'two', MINUTE_MS, later(MINUTE_MS))).toBe(true)
  })

  it('does not outlast a clock that is put back', async () => {
    await takeLease('most-read', 'one', MINUTE_MS, later(60 * MINUTE_MS))
    expect(await takeLease('most-read', 'two', MINUTE_MS, now)).toBe(true)
  })
})
