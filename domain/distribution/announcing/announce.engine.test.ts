import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nameChange } from '#db/queries/changes.ts'
import { write } from '#db/write.ts'
import { changeStoryIn } from '#domain/editorial/publishing/change-story.ts'
import { correct } from '#domain/editorial/publishing/correct.ts'
import { publishDue } from '#domain/editorial/publishing/publish-due.ts'
import { schedule } from '#domain/editorial/publishing/schedule.ts'
import { tag } from '#domain/editorial/publishing/tags.ts'
import { withdraw } from '#domain/editorial/publishing/withdraw.ts'
import type { Locale } from '#i18n/locales.ts'
import { desk } from '#testing/actors.testing.ts'
import { anAuthor, aSection, aTopic } from '#testing/filing.testing.ts'
import { aNewsroom } from '#testing/newsroom.testing.ts'
import { anArticle, aStory, edited } from '#testing/stories.testing.ts'
import { announce } from './announce.ts'
import { hub } from './hub.ts'
import { openListener, type TestListener } from './listener.testing.ts'
import { searchEngines } from './search-engines.ts'

const siteUrl = 'https://news.example.org'
const key = 'a-key-for-engines'
const now = new Date('2026-02-22T12:00:00Z')
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)
const { signal } = new AbortController()

aNewsroom()
let theHub: TestListener
let engines: TestListener
let storyId: number
let economyId: number
let sportId: number
let topicId: number
let authorId: number

beforeEach(async () => {
  theHub = await openListener()
  engines = await openListener()
  economyId = await aSection()
  sportId = await aSection({ key: 'sport', position: 1, ar: 'رياضة', en: 'Sport' })
  topicId = await aTopic({ ar: 'موانئ' })
  /* She has no page in Arabic, and so no feed there. */
  authorId = await anAuthor({ ar: null })
  storyId = await aStory({ sectionId: sportId, topicIds: [topicId], now })
  await announceAll(now)
})

afterEach(async () => {
  await Promise.all([theHub.close(), engines.close()])
})

async function announceAll(at: Date) {
  const told = await announce(hub({ url: theHub.url, siteUrl }), at, signal)
  return [...told, ...(await announce(searchEngines({ url: engines.url, siteUrl, key }), at, signal))]
}

const draft = (locale: Locale, headline: string) =>
  anArticle({ storyId, locale, headline, authorIds: [authorId], now })

const published = (locale: Locale, headline: string, publishedAt = now) =>
  anArticle({ storyId, locale, headline, status: 'published', publishedAt, authorIds: [authorId], now })

const formats = (page: string) => ['xml', 'atom', 'json'].map(name => `${siteUrl}${page}/feed.${name}`)
const englishFeeds = ['/en', '/en/sport', '/en/topics/ports', '/en/authors/rana'].flatMap(formats)

function forget() {
  theHub.forget()
  engines.forget()
}

describe('who wants to hear of changes', () => {
  it('is told of a publication once: the feeds in which it stands, and its address', async () => {
    await published('en', 'Berths fill')
    expect(await announceAll(later(5))).not.toContainEqual(expect.objectContaining({ kind: 'later' }))
    expect(theHub.feeds().toSorted()).toEqual(englishFeeds.toSorted())
    expect(engines.addresses()).toEqual([`${siteUrl}/en/sport/${storyId}/berths-fill`])
    forget()
    expect(await announceAll(later(10))).toEqual([])
    expect([...theHub.heard, ...engines.heard]).toEqual([])
  })

  it('is told in the words of each protocol', async () => {
    await published('ar', 'خبر')
    await announceAll(later(5))
    const { headers, body } = theHub.heard.find(each => each.body.includes('json')) ?? {}
    const feed = encodeURIComponent(`${siteUrl}/ar/feed.json`)
    expect(body).toBe(`hub.mode=publish&hub.url=${feed}&hub.topic=${feed}`)
    expect(headers).toMatchObject({
      'content-type': 'application/x-www-form-urlencoded',
      'user-agent': 'ArabPress (+https://news.example.org)',
    })
    expect(engines.heard[0]?.headers['content-type']).toBe('application/json; charset=utf-8')
    expect(JSON.parse(engines.heard[0]?.body ?? '')).toEqual({
      ...{ host: 'news.example.org', key, keyLocation: `${siteUrl}/${key}.txt` },
      urlList: [`${siteUrl}/ar/${encodeURIComponent('رياضة')}/${storyId}/${encodeURIComponent('خبر')}`],
    })
    /* Its author has no page in Arabic. */
    expect(theHub.feeds()).toHaveLength(9)
  })

  it('is told of a correction and of a withdrawal, however old the article is', async () => {
    const article = await published('en', 'Berths fill', new Date('2019-01-01T00:00:00Z'))
    await announceAll(later(5))
    expect([...theHub.heard, ...engines.heard]).toEqual([])
    const address = `${siteUrl}/en/sport/${storyId}/berths-fill`
    const target = { articleId: article.id, revision: article.revision }
    await correct(desk, { ...target, text: 'It was another berth.', now: later(10) })
    await announceAll(later(15))
    expect(engines.addresses()).toEqual([address])
    expect(theHub.feeds().toSorted()).toEqual(englishFeeds.toSorted())
    forget()
    await withdraw(desk, { ...target, now: later(20) })
    await announceAll(later(25))
    expect(engines.addresses()).toEqual([address])
    expect(theHub.feeds().toSorted()).toEqual(englishFeeds.toSorted())
  })

  it('is told where an article was when it moved, and of the feeds that it left', async () => {
    await published('en', 'Berths fill')
    await announceAll(later(5))
    forget()
    await write(tx =>
      changeStoryIn(tx, desk, storyId, {
        ...{ sectionId: economyId, kind: 'news', leadMediaId: null, topicIds: [], pictureTexts: {} },
        now: later(10),
      }),
    )
    await announceAll(later(15))
    expect(engines.addresses()).toEqual([
      `${siteUrl}/en/economy/${storyId}/berths-fill`,
      `${siteUrl}/en/sport/${storyId}/berths-fill`,
    ])
    expect(theHub.feeds().toSorted()).toEqual([...englishFeeds, ...formats('/en/economy')].toSorted())
  })

  it('is told of what was scheduled when it is due, and not before', async () => {
    const { id: articleId, revision } = await draft('en', 'Berths fill')
    await schedule(desk, { articleId, revision, at: later(60), now })
    await announceAll(later(30))
    expect(engines.heard).toEqual([])
    await publishDue(later(60))
    await announceAll(later(65))
    expect(engines.addresses()).toEqual([`${siteUrl}/en/sport/${storyId}/berths-fill`])
  })

  it('is told nothing of drafts, and nothing of what was only scheduled', async () => {
    const { id: articleId, revision } = await edited(await draft('en', 'Rumour'), 'Fact', now)
    await schedule(desk, { articleId, revision, at: later(3600), now })
    await withdraw(desk, { articleId, revision, now })
    await announceAll(later(5))
    expect([...theHub.heard, ...engines.heard]).toEqual([])
  })

  it('is told nothing of strips, rankings, names in the catalogue, or everything', async () => {
    await published('en', 'Berths fill')
    await announceAll(later(5))
    forget()
    const tags = [tag.everything, tag.frame('en'), tag.front('en'), tag.mostRead('en'), tag.section(sportId)]
    await write(tx => nameChange(tx, later(10), tags))
    await announceAll(later(15))
    expect([...theHub.heard, ...engines.heard]).toEqual([])
  })

  it('waits for what belongs together, and for an article that a clock ahead of ours published', async () => {
    const article = await published('en', 'Berths fill')
    await announceAll(later(1))
    expect(engines.heard).toEqual([])
    const { id: articleId, revision } = article
    await correct(desk, { articleId, revision, text: 'Two.', now: later(1) })
    await announceAll(later(4))
    expect(engines.addresses()).toHaveLength(1)
    forget()
    await withdraw(desk, { articleId, revision, now: later(600) })
    await announceAll(later(20))
    expect(engines.heard).toEqual([])
    await announceAll(later(603))
    expect(engines.addresses()).toHaveLength(1)
  })
})
