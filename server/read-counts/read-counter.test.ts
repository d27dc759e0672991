import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { HourlyReads } from '#db/queries/reads.ts'
import { log } from '#server/log.ts'
import { type ReadCounterOptions, readCounter } from './read-counter.ts'

const HOUR_MS = 3_600_000
const hour = new Date('2026-02-22T12:00:00Z')
const at = hour.getTime() + 1234
let saved: HourlyReads[][]
let isBusy: boolean

beforeEach(() => {
  vi.useFakeTimers()
  log.level = 'silent'
  saved = []
  isBusy = false
})
afterEach(() => {
  vi.useRealTimers()
})

function makeCounter(options: ReadCounterOptions = {}) {
  const save = async (counts: HourlyReads[]) => {
    if (isBusy) throw new Error('busy')
    saved.push(counts)
  }
  return readCounter({ save, ...options })
}

describe('the counter of reads', () => {
  it('writes every five seconds what was read, each article and hour once', async () => {
    const counter = makeCounter()
    counter.count(1, at)
    counter.count(2, at)
    counter.count(1, at + 1)
    counter.count(1, at + HOUR_MS)
    expect(saved).toEqual([])
    await vi.advanceTimersByTimeAsync(5000)
    expect(saved).toEqual([
      [
        { articleId: 1, hour, reads: 2 },
        { articleId: 2, hour, reads: 1 },
        { articleId: 1, hour: new Date(hour.getTime() + HOUR_MS), reads: 1 },
      ],
    ])
    await vi.advanceTimersByTimeAsync(60_000)
    expect(saved).toHaveLength(1)
  })

  it('keeps what could not be written, with what came meanwhile', async () => {
    const counter = makeCounter()
    isBusy = true
    counter.count(1, at)
    await counter.flush()
    counter.count(1, at)
    counter.count(2, at)
    await counter.flush()
    isBusy = false
    await counter.flush()
    expect(saved.flat().toSorted((a, b) => a.articleId - b.articleId)).toEqual([
      { articleId: 1, hour, reads: 2 },
      { articleId: 2, hour, reads: 1 },
    ])
  })

  it('loses nothing when it closes while it writes', async () => {
    let proceed = () => {}
    const held = new Promise<void>(resolve => {
      proceed = resolve
    })
    const counter = makeCounter({
      save: async counts => {
        await held
        saved.push(counts)
      },
    })
    counter.count(1, at)
    void counter.flush()
    await Promise.resolve()
    counter.count(2, at)
    const closed = counter.close()
    proceed()
    await closed
    expect(saved.flat().map(count => count.articleId)).toEqual([1, 2])
    await vi.advanceTimersByTimeAsync(60_000)
    expect(saved).toHaveLength(2)
  })

  it('remembers so many articles and no more, and goes on counting those', async () => {
    const counter = makeCounter({ maxArticles: 2 })
    for (const articleId of [1, 2, 3, 1]) counter.count(articleId, at)
    await counter.flush()
    expect(saved).toEqual([
      [
        { articleId: 1, hour, reads: 2 },
        { articleId: 2, hour, reads: 1 },
      ],
    ])
    counter.count(3, at)
    await counter.flush()
    expect(saved[1]).toEqual([{ articleId: 3, hour, reads: 1 }])
  })
})
