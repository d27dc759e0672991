import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { ContentChange } from '#db/queries/changes.ts'
import type { FinishedPage } from '#server/rendering/reader-page.ts'
import { PageCache } from './page-cache.ts'
import { PageStore } from './page-store.ts'
import { RenderQueue } from './render-queue.ts'

const now = new Date('2026-02-22T12:00:00Z')
const later = (ms: number) => new Date(now.getTime() + ms)

let changes: ContentChange[]
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now })
  changes = [{ version: 1, at: now, tags: ['latest:en'] }]
})
afterEach(() => {
  vi.useRealTimers()
})

function cacheOver(latestChangeMs?: number): PageCache {
  return new PageCache({
    store: new PageStore(1_000_000),
    queue: new RenderQueue({ atOnce: 1, maxWaiting: 1, maxWaitMs: 1000 }),
    version: () => changes.length,
    latestChangeMs,
    changesSince: async version => changes.slice(version),
    isAway: () => false,
    unavailable: () => {
      throw new Error('Nothing is unavailable here')
    },
    redraw: render,
    drawParts: () => Promise.reject(new Error('No page here has parts')),
    isIdle: () => true,
  })
}

/* The page shows what was published by the clock of this machine. */
function render(): Promise<FinishedPage> {
  const seen = changes.filter(change => change.at <= new Date()).length
  return Promise.resolve({
    kind: 'page',
    status: 200,
    contentType: 'text/plain',
    cacheControl: null,
    link: null,
    body: Buffer.from(`${seen} published`),
    answer: { tags: ['latest:en'], beside: [], shows: [], until: null, fades: null, read: null, frames: [] },
  } as unknown as FinishedPage)
}

async function seen(cache: PageCache): Promise<string> {
  const served = await cache.get('/en/latest', render)
  if (!('copy' in served)) throw new Error('It was not served')
  const { bytes } = await served.copy.body.rendition('identity')
  return `${served.outcome}: ${bytes}`
}

it('shows what another machine published a little ahead of time, as soon as it is time here', async () => {
  const cache = cacheOver()
  expect(await seen(cache)).toBe('miss: 1 published')
  changes.push({ version: 2, at: later(40), tags: ['latest:en'] })
  expect(await seen(cache)).toBe('stale: 1 published')
  expect(await seen(cache)).toBe('hit: 1 published')
  vi.setSystemTime(later(40))
  expect(await seen(cache)).toBe('stale: 2 published')
  vi.setSystemTime(later(100))
  expect(await seen(cache)).toBe('hit: 2 published')
})

it('shows what was published before the clock was put back, when its time has come again', async () => {
  vi.setSystemTime(later(-3_600_000))
  const cache = cacheOver(now.getTime())
  expect(await seen(cache)).toBe('miss: 0 published')
  expect(await seen(cache)).toBe('hit: 0 published')
  vi.setSystemTime(now)
  expect(await seen(cache)).toBe('stale: 1 published')
})
