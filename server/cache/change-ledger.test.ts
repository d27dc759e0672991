import { describe, expect, it } from 'vitest'
import { ChangeLedger, LATE_MS, LINGER_MS, type StoredFacts } from './change-ledger.ts'

const page: StoredFacts = {
  version: 10,
  tags: ['story:1'],
  beside: ['latest:ar', 'section:3'],
  shows: [1, 2],
  until: Number.POSITIVE_INFINITY,
  fades: Number.POSITIVE_INFINITY,
}
const change = (version: number, at: number, ...tags: string[]) => ({ version, at: new Date(at), tags })

describe('the ledger of changes', () => {
  it('finds a page fresh that no change names', () => {
    const ledger = new ChangeLedger(10)
    expect(ledger.judge(page, 0)).toBe('fresh')
    ledger.note([change(11, 0, 'story:2', 'latest:en')], 0)
    expect(ledger.version).toBe(11)
    expect(ledger.judge(page, 0)).toBe('fresh')
  })

  it('finds it stale when its own text changed, and not when it was rendered afterwards', () => {
    const ledger = new ChangeLedger(10)
    ledger.note([change(11, 0, 'story:1')], 0)
    expect(ledger.judge(page, 0)).toBe('stale')
    expect(ledger.judge({ ...page, version: 11 }, 0)).toBe('fresh')
  })

  it('lets it linger for a minute after the first change beside it, however many follow', () => {
    const ledger = new ChangeLedger(10)
    for (let second = 0; second <= 60; second++)
      ledger.note([change(11 + second, second * 1000, 'latest:ar')], second * 1000)
    expect(ledger.judge(page, 30_000)).toBe('lingering')
    expect(ledger.judge(page, LINGER_MS)).toBe('lingering')
    expect(ledger.judge(page, LINGER_MS + 1)).toBe('late')
    expect(ledger.judge(page, LATE_MS)).toBe('late')
    expect(ledger.judge(page, LATE_MS + 1)).toBe('stale')
    /* This one was rendered after 58 of those changes: two are new to it, and young. */
    expect(ledger.judge({ ...page, version: 69 }, LINGER_MS + 1)).toBe('lingering')
  })

  it('does not let it linger for longer when the clock is put back', () => {
    const hour = 60 * LINGER_MS
    const ledger = new ChangeLedger(10)
    ledger.note([change(11, hour, 'latest:ar')], hour)
    expect(ledger.judge(page, 0)).toBe('stale')
    ledger.note([change(12, 0, 'latest:ar')], 0)
    expect(ledger.judge({ ...page, version: 11 }, LATE_MS + 1)).toBe('stale')
    expect(ledger.judge({ ...page, version: 12 }, 0)).toBe('fresh')
  })

  it('counts the minute from the change, not from when it was noticed', () => {
    const ledger = new ChangeLedger(10)
    ledger.note([change(11, 0, 'section:3')], 2 * LATE_MS)
    expect(ledger.judge(page, 2 * LATE_MS)).toBe('stale')
    /* A clock that runs ahead elsewhere gives nobody more time. */
    ledger.note([change(12, 99 * LATE_MS, 'section:3')], 3 * LATE_MS)
    expect(ledger.judge({ ...page, version: 11 }, 4 * LATE_MS + 1)).toBe('stale')
  })

  it('condemns whatever shows a withdrawn story, and everything when all is new', () => {
    const ledger = new ChangeLedger(10)
    ledger.note([change(11, 0, 'withdrawn:2')], 0)
    expect(ledger.judge(page, 0)).toBe('withdrawn')
    expect(ledger.judge({ ...page, shows: [1] }, 0)).toBe('fresh')
    ledger.note([change(12, 0, 'everything')], 0)
    expect(ledger.judge({ ...page, shows: [1], version: 11 }, 0)).toBe('withdrawn')
    expect(ledger.judge({ ...page, version: 12 }, 0)).toBe('fresh')
  })

  it('knows when time alone makes it wrong', () => {
    const ledger = new ChangeLedger(10)
    expect(ledger.judge({ ...page, until: 1000 }, 999)).toBe('fresh')
    expect(ledger.judge({ ...page, until: 1000 }, 1000)).toBe('stale')
  })

  it('lets what time alone makes wrong beside it linger as a change does', () => {
    const ledger = new ChangeLedger(10)
    expect(ledger.judge({ ...page, fades: 1000 }, 999)).toBe('fresh')
    expect(ledger.judge({ ...page, fades: 1000 }, 1000)).toBe('lingering')
    expect(ledger.judge({ ...page, fades: 1000 }, 1001 + LINGER_MS)).toBe('late')
    expect(ledger.judge({ ...page, fades: 1000 }, 1001 + LATE_MS)).toBe('stale')
  })
})
