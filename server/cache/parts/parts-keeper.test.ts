import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ContentChange } from '#db/queries/changes.ts'
import { KnownChanges } from '#server/cache/known-changes.ts'
import type { FinishedPage } from '#server/rendering/reader-page.ts'
import { partsPageOf } from './parts.testing.ts'
import { PARTS_LAG_MS, PartsKeeper } from './parts-keeper.ts'

const now = new Date('2026-02-22T12:00:00Z')
const TAGS = ['frame:ar', 'breaking:ar', 'latest:ar']

let changes: ContentChange[]
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now })
  changes = []
})
afterEach(() => {
  vi.useRealTimers()
})

function keeper(draw: () => Promise<FinishedPage>) {
  const known = new KnownChanges({
    version: () => changes.length,
    changesSince: async version => changes.slice(version),
    onStartOver: () => undefined,
  })
  const change = async (...tags: string[]) => {
    changes.push({ version: changes.length + 1, at: new Date(), tags })
    await known.catchUp()
  }
  return { parts: new PartsKeeper({ draw, changes: known }), change }
}

const stripOf = (breaking: string, until: Date | null = null) =>
  partsPageOf({ breaking, facts: { tags: TAGS, shows: [1, 2, 3, 4, 9], until } })

const shown = (parts: ReturnType<PartsKeeper['now']>) =>
  parts?.chunks.get('breaking')?.bytes.toString() ?? null
describe('what all pages of a language share', () => {
  it('is drawn once, and again after a change that names it', async () => {
    let text = 'أول'
    const draw = vi.fn(async () => stripOf(text))
    const { parts, change } = keeper(draw)
    expect(parts.now('ar')).toBeNull()
    await parts.ready('ar')
    await change('story:5')
    expect(shown(parts.now('ar'))).toContain('أول')
    expect(draw).toHaveBeenCalledTimes(1)
    text = 'ثان'
    await change('breaking:ar')
    expect(shown(await parts.ready('ar'))).toContain('ثان')
    expect(shown(parts.now('ar'))).toContain('ثان')
    expect(draw).toHaveBeenCalledTimes(2)
  })

  it('is never older than it may be', async () => {
    let isSlow = false
    const { parts, change } = keeper(() =>
      isSlow ? new Promise(() => undefined) : Promise.resolve(stripOf('أول')),
    )
    await parts.ready('ar')
    isSlow = true
    await change('breaking:ar')
    /* A drawing that takes longer than anybody should wait is waited for no more. */
    expect(parts.now('ar')).toBeNull()
    vi.setSystemTime(now.getTime() + 1000)
    expect(shown(parts.now('ar'))).toContain('أول')
    vi.setSystemTime(now.getTime() + PARTS_LAG_MS)
    expect(shown(parts.now('ar'))).toContain('أول')
    vi.setSystemTime(now.getTime() + PARTS_LAG_MS + 1)
    expect(parts.now('ar')).toBeNull()
  })

  it('is drawn anew when a strip ends', async () => {
    const draw = vi.fn(async () => stripOf('عاجل', new Date(now.getTime() + 1000)))
    const { parts } = keeper(draw)
    await parts.ready('ar')
    parts.now('ar')
    expect(draw).toHaveBeenCalledTimes(1)
    vi.setSystemTime(now.getTime() + 1000)
    parts.now('ar')
    expect(draw).toHaveBeenCalledTimes(2)
  })

  it('loses a withdrawn story at once, before it is drawn anew', async () => {
    let isHung = false
    const { parts, change } = keeper(() =>
      isHung ? new Promise(() => undefined) : Promise.resolve(stripOf('')),
    )
    await parts.ready('ar')
    isHung = true
    await change('latest:ar', 'withdrawn:2')
    const left = parts.former('ar')
    expect(left?.latest?.lines.map(({ story }) => story)).toEqual([1, 3, 4])
    expect(left?.facts.shows).toEqual([1, 3, 4, 9])
  })

  it('stands in for one that cannot be drawn', async () => {
    let isBroken = false
    const { parts, change } = keeper(async () => {
      if (isBroken) throw new Error('broken')
      return stripOf('أول')
    })
    await parts.ready('ar')
    isBroken = true
    await change('breaking:ar')
    vi.setSystemTime(now.getTime() + 60_000)
    expect(shown(await parts.ready('ar'))).toContain('أول')
  })
})
