import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { reader } from '#db/open.ts'
import { leases } from '#db/schema/tables.ts'
import { write } from '#db/write.ts'
import { hub } from '#domain/distribution/announcing/hub.ts'
import { openListener, type TestListener } from '#domain/distribution/announcing/listener.testing.ts'
import { progressOf, saveProgress } from '#domain/distribution/announcing/progress.ts'
import { searchEngines } from '#domain/distribution/announcing/search-engines.ts'
import { correct } from '#domain/editorial/publishing/correct.ts'
import { publish } from '#domain/editorial/publishing/publish.ts'
import { log } from '#server/log.ts'
import { announcementCounts } from '#server/metrics/announcements.ts'
import { desk } from '#testing/actors.testing.ts'
import { aNewsroom } from '#testing/newsroom.testing.ts'
import { anArticle, aStory } from '#testing/stories.testing.ts'
import { announceJob } from './announce-job.ts'
import { announceJobs } from './announce-jobs.ts'

const siteUrl = 'https://news.example.org'
const key = 'a-key-for-engines'
const now = new Date('2026-02-22T12:00:00Z')
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)
const { signal } = new AbortController()

const newsroom = aNewsroom()
let storyId: number
let listener: TestListener

beforeEach(async () => {
  storyId = await aStory({ now })
  listener = await openListener()
})

afterEach(async () => {
  vi.restoreAllMocks()
  await listener.close()
})

const toHub = (holder?: string) => announceJob(hub({ url: listener.url, siteUrl }), holder)
const toEngines = (timeoutMs?: number) =>
  announceJob(searchEngines({ url: listener.url, siteUrl, key, timeoutMs }))

async function published(headline = 'News') {
  const { id: articleId, revision } = await anArticle({ storyId, headline, now })
  return publish(desk, { articleId, revision, now })
}

const corrected = ({ id: articleId, revision }: { id: number; revision: number }, at: Date) =>
  correct(desk, { articleId, revision, text: 'It was otherwise.', now: at })

const feeds = ['/en/economy', '/en'].flatMap(page =>
  ['atom', 'json', 'xml'].map(format => `${siteUrl}${page}/feed.${format}`),
)
const address = () => `${siteUrl}/en/economy/${storyId}/news`

function spiedLog() {
  const warnings = vi.spyOn(log, 'warn').mockReturnValue(undefined)
  const lines = vi.spyOn(log, 'info').mockReturnValue(undefined)
  return { warnings, everything: () => JSON.stringify([warnings.mock.calls, lines.mock.calls]) }
}

describe('the job that tells others of changes', () => {
  it('begins with what comes after it was switched on, and writes nothing while nothing is new', async () => {
    await published()
    const job = toHub()
    await job.run(later(5), signal)
    const transact = vi.spyOn(newsroom.database, 'transact')
    await job.run(later(10), signal)
    expect(transact).not.toHaveBeenCalled()
    expect(listener.heard).toEqual([])
  })

  it('is done by one of several processes', async () => {
    const jobs = [toHub('one'), toHub('two'), toHub('three')]
    for (const job of jobs) await job.run(now, signal)
    await published()
    await Promise.all(jobs.map(job => job.run(later(5), signal)))
    for (const job of jobs) await job.run(later(8), signal)
    expect(listener.feeds().toSorted()).toEqual(feeds.toSorted())
    expect(await reader().select({ name: leases.name }).from(leases)).toEqual([])
  })

  it('loses nothing while the hub is down, asks it less and less often, and repeats nothing', async () => {
    const { warnings } = spiedLog()
    await toHub().run(now, signal)
    await listener.close()
    const article = await published()
    await toHub().run(later(5), signal)
    const job = toHub()
    await job.run(later(20), signal)
    expect((await progressOf(reader(), 'websub'))?.failures).toBe(1)
    await job.run(later(36), signal)
    await job.run(later(70), signal)
    expect((await progressOf(reader(), 'websub'))?.failures).toBe(2)
    await corrected(article, later(80))
    listener = await openListener(Number(new URL(listener.url).port))
    await job.run(later(90), signal)
    expect(listener.heard).toEqual([])
    await job.run(later(100), signal)
    expect(listener.feeds().toSorted()).toEqual(feeds.toSorted())
    await job.run(later(200), signal)
    expect(listener.heard).toHaveLength(feeds.length)
    expect(warnings.mock.calls.map(([, text]) => text)).toEqual([
      'The hub could not be told',
      'The hub could not be told',
      'Announcing works again',
    ])
  })

  it('goes on where it was broken off', async () => {
    spiedLog()
    const job = toHub()
    await job.run(now, signal)
    await published()
    await job.run(later(5), AbortSignal.abort())
    listener.answer(503)
    await job.run(later(6), signal)
    listener.answer(202)
    listener.forget()
    await job.run(later(40), signal)
    expect(listener.feeds().toSorted()).toEqual(feeds.toSorted())
  })

  it('waits as long as it is told to', async () => {
    spiedLog()
    const job = toEngines()
    await job.run(now, signal)
    await published()
    listener.answer(429, { 'Retry-After': '3600' })
    await job.run(later(5), signal)
    listener.answer(200)
    await job.run(later(3600), signal)
    expect(listener.heard).toHaveLength(1)
    await job.run(later(3606), signal)
    expect(listener.addresses()).toEqual([address(), address()])
  })

  it('gives up on who does not answer, and tries again', async () => {
    spiedLog()
    const job = toEngines(50)
    await job.run(now, signal)
    await published()
    listener.hang()
    await job.run(later(5), signal)
    listener.answer(202)
    await job.run(later(60), signal)
    expect(listener.heard).toHaveLength(2)
  })

  it.each([400, 403, 422])(
    'does not repeat what was refused with %i, and says once what to do',
    async status => {
      const { warnings, everything } = spiedLog()
      const job = toEngines()
      await job.run(now, signal)
      const article = await published()
      listener.answer(status)
      await job.run(later(5), signal)
      await job.run(later(4000), signal)
      expect(listener.heard).toHaveLength(1)
      await corrected(article, later(5000))
      await job.run(later(5005), signal)
      expect(listener.heard).toHaveLength(2)
      expect(warnings).toHaveBeenCalledTimes(1)
      expect(warnings.mock.calls[0]?.[0]).toMatchObject({ status, todo: expect.stringContaining('See that') })
      expect(everything()).not.toContain(key)
    },
  )

  it('follows to another address of the same host, and to no other host', async () => {
    const { warnings } = spiedLog()
    const elsewhere = await openListener()
    const job = toEngines()
    await job.run(now, signal)
    const article = await published()
    listener.answer(308, { Location: '/v2' })
    await job.run(later(5), signal)
    expect(listener.heard.map(({ path }) => path)).toEqual(['/announce', '/v2', '/v2', '/v2'])
    await corrected(article, later(10))
    listener.answer(307, { Location: elsewhere.url })
    await job.run(later(60), signal)
    expect(elsewhere.heard).toEqual([])
    const { origin } = new URL(elsewhere.url)
    expect(warnings.mock.calls.at(-1)?.[0]).toMatchObject({ todo: expect.stringContaining(origin) })
    await elsewhere.close()
  })

  it('tells of a thousand articles in an hour and says that there were more', async () => {
    const { warnings } = spiedLog()
    const job = toEngines()
    await job.run(now, signal)
    await write(async tx => {
      const progress = await progressOf(tx, 'indexnow')
      if (progress) await saveProgress(tx, 'indexnow', { ...progress, hour: { since: +now, articles: 999 } })
    })
    const article = await published()
    const { id: articleId, revision } = await anArticle({ storyId, locale: 'ar', headline: 'خبر', now })
    await publish(desk, { articleId, revision, now: later(1) })
    await job.run(later(5), signal)
    expect(listener.addresses()).toEqual([expect.stringContaining('/ar/')])
    expect(warnings.mock.calls[0]?.[0]).toMatchObject({ most: 1000 })
    listener.forget()
    await corrected(article, later(3601))
    await job.run(later(3605), signal)
    expect(listener.addresses()).toEqual([address()])
  })

  it('is counted', async () => {
    const job = toEngines()
    await job.run(now, signal)
    const count = () =>
      announcementCounts().find(({ kind, outcome }) => kind === 'indexnow' && outcome === 'told')?.count ?? 0
    const before = count()
    await published()
    await job.run(later(5), signal)
    expect(count() - before).toBe(1)
  })
})

describe('the jobs that the settings ask for', () => {
  const off = {
    siteUrl,
    webSubHub: null,
    indexNowKey: null,
    indexNowUrl: 'https://api.indexnow.org/indexnow',
  }

  it('forget how far they were when they are switched off', async () => {
    await toHub().run(now, signal)
    for (const job of announceJobs(off)) await job.run(now, signal)
    expect(await progressOf(reader(), 'websub')).toBeNull()
    await published()
    await toHub().run(later(5), signal)
    expect(listener.heard).toEqual([])
  })

  it.each([
    ['http://localhost:3000', 'https://hub.example.org/', 2],
    ['http://127.0.0.1:3000', 'https://hub.example.org/', 2],
    ['https://news.test', 'https://hub.example.org/', 2],
    ['https://news.invalid', 'https://hub.example.org/', 2],
    ['https://news.localhost', 'http://127.0.0.1:9/', 1],
    ['https://news.example.org', 'https://hub.example.org/', 0],
  ])('announce nothing of %s to %s where nobody could come from there: %i', (site, webSubHub, vain) => {
    const { warnings } = spiedLog()
    const jobs = announceJobs({ ...off, siteUrl: site, webSubHub, indexNowKey: key })
    expect(jobs.filter(({ name }) => name.startsWith('announce-nothing'))).toHaveLength(vain)
    expect(warnings).toHaveBeenCalledTimes(vain)
    announceJobs({ ...off, siteUrl: site, webSubHub, indexNowKey: key }, { isFirst: false })
    expect(warnings).toHaveBeenCalledTimes(vain)
  })
})
