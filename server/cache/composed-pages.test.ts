/** Pages that are put together from their own text and what all pages share, as readers get them. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { ContentChange } from '#db/queries/changes.ts'
import type { FinishedPage } from '#server/rendering/reader-page.ts'
import { PageCache } from './page-cache.ts'
import { PageStore } from './page-store.ts'
import { markedPage, partsPageOf } from './parts/parts.testing.ts'
import { RenderQueue } from './render-queue.ts'

const now = new Date('2026-02-22T12:00:00Z')
const PARTS = ['frame:ar', 'breaking:ar', 'latest:ar', 'most-read:ar']
const PLACES = '<shared-part name="breaking"></shared-part><shared-part name="mostRead"></shared-part>'
const KEY = '/ar/world/1/a'

let changes: ContentChange[]
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now })
  changes = []
})
afterEach(() => {
  vi.useRealTimers()
})

function newsroom() {
  const newsroom = {
    strip: 'أول',
    ranked: [9],
    related: [7, 8],
    drawn: 0,
    partsDrawn: 0,
    isHung: false,
    cache: null as unknown as PageCache,
    change: (...tags: string[]) => {
      changes.push({ version: changes.length + 1, at: new Date(), tags })
    },
    draw: async (): Promise<FinishedPage> => {
      newsroom.drawn++
      if (newsroom.isHung) await new Promise(() => undefined)
      const cards = newsroom.related.map(
        story => `<shared-part name="story" story="${story}"><b>${story}</b></shared-part>`,
      )
      const page = markedPage(`<p>نص</p>${cards.join('')}${PLACES}`, {
        tags: ['story:1'],
        shows: [1, ...newsroom.related],
      })
      page.answer.beside.add('section:3')
      return page
    },
    seen: async () => {
      const served = await newsroom.cache.get(KEY, newsroom.draw)
      if (!('copy' in served)) return `${served.page.kind} of a fault`
      const { bytes } = await served.copy.body.rendition('identity')
      return `${served.outcome}: ${bytes}`
    },
  }
  newsroom.cache = new PageCache({
    store: new PageStore(1_000_000),
    queue: new RenderQueue({ atOnce: 2, maxWaiting: 5, maxWaitMs: 1000 }),
    version: () => changes.length,
    changesSince: async version => changes.slice(version),
    isAway: () => false,
    unavailable: () => markedPage('busy'),
    redraw: newsroom.draw,
    drawParts: async () => {
      newsroom.partsDrawn++
      if (newsroom.isHung) await new Promise(() => undefined)
      return partsPageOf({
        breaking: newsroom.strip,
        ranked: newsroom.ranked,
        facts: { tags: PARTS, shows: [1, 2, 3, 4, ...newsroom.ranked] },
      })
    },
    isIdle: () => true,
  })
  return newsroom
}

const settled = () => new Promise(resolve => setImmediate(resolve))
const strip = (text: string) => `<breaking-strip data-id="ar-1"><p>${text}</p></breaking-strip>`

it('shows a new strip on every page without drawing any of them', async () => {
  const room = newsroom()
  expect(await room.seen()).toBe(`miss: <p>نص</p><b>7</b><b>8</b>${strip('أول')}<ol><li>مقروء 9</li></ol>`)
  room.strip = 'ثان'
  room.change('breaking:ar')
  await room.seen()
  await settled()
  expect(await room.seen()).toContain(strip('ثان'))
  expect(room.drawn).toBe(1)
  expect(room.partsDrawn).toBe(2)
})

it('keeps its name while nothing that it shows has changed', async () => {
  const room = newsroom()
  const nameOf = async () => {
    const served = await room.cache.get(KEY, room.draw)
    return 'copy' in served ? (await served.copy.body.rendition('br')).etag : ''
  }
  const before = await nameOf()
  room.change('latest:ar')
  await nameOf()
  await settled()
  expect(await nameOf()).toBe(before)
  room.ranked = [5]
  room.change('most-read:ar')
  await nameOf()
  await settled()
  expect(await nameOf()).not.toBe(before)
})

it('shows no withdrawn story from the moment of its withdrawal, though nothing can be drawn', async () => {
  const room = newsroom()
  await room.seen()
  room.isHung = true
  room.change('section:3', 'withdrawn:7', 'latest:ar')
  expect(await room.seen()).toBe(`lingering: <p>نص</p><b>8</b>${strip('أول')}<ol><li>مقروء 9</li></ol>`)
  room.change('most-read:ar', 'withdrawn:9')
  expect(await room.seen()).toBe(`lingering: <p>نص</p><b>8</b>${strip('أول')}<ol></ol>`)
})

it('waits for the drawing of its own text, whatever stands beside it', async () => {
  const room = newsroom()
  await room.seen()
  room.related = []
  room.change('story:1')
  expect(await room.seen()).toContain(`stale: <p>نص</p>${strip('أول')}`)
})

it('gives the part alone', async () => {
  const room = newsroom()
  expect((await room.cache.part('ar', 'breaking'))?.toString()).toBe(strip('أول'))
})
