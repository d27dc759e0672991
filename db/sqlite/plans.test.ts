import type { Statement } from 'better-sqlite3'
import { beforeAll, describe, expect, it } from 'vitest'
import { reader, sqliteDatabase } from '#db/open.ts'
import { articleAddresses, oldAddress } from '#db/queries/addresses.ts'
import { archiveSpan, headlinesBetween, stretchesWithArticles } from '#db/queries/archive.ts'
import { articleAnswer } from '#db/queries/article.ts'
import { authorIndex, authorPage } from '#db/queries/authors.ts'
import { feedSubject } from '#db/queries/feed-subjects.ts'
import { feedArticles } from '#db/queries/feeds.ts'
import { siteFrame } from '#db/queries/frame.ts'
import { frontPage } from '#db/queries/front.ts'
import { latestHeadlines, latestPage, relatedStories } from '#db/queries/headlines.ts'
import { standingPage } from '#db/queries/pages.ts'
import { newestPictureUses } from '#db/queries/picture-uses.ts'
import { keptRanking, mostRead, readsInHour, visibleAmong } from '#db/queries/reads.ts'
import { dueSchedules, waitingSchedule } from '#db/queries/schedules.ts'
import { sectionPage } from '#db/queries/sections.ts'
import { listedAddresses, rangesWithSomething, sectionAddresses } from '#db/queries/sitemap-lists.ts'
import { articleCounts, sitemapArticles, sitemapNews } from '#db/queries/sitemaps.ts'
import { topicIndex, topicPage } from '#db/queries/topics.ts'
import { aSection } from '#testing/filing.testing.ts'
import { aNewsroom } from '#testing/newsroom.testing.ts'
import type { SqliteDatabase } from './open-sqlite.ts'

/* Tables that grow with the archive: no reader query may walk through one of them. */
const GROWING = [
  'read_counts',
  'articles',
  'stories',
  'listings',
  'revisions',
  'article_authors',
  'story_topics',
  'media',
  'redirects',
  'corrections',
  'schedules',
]

let database: SqliteDatabase
aNewsroom('once')
const seen: string[] = []

beforeAll(async () => {
  database = sqliteDatabase()
  for (const key of ['one', 'two']) await aSection({ key, ar: key, en: key })
  const { session } = database.reader as unknown as {
    session: { client: { prepare: (sql: string) => Statement } }
  }
  const prepare = session.client.prepare.bind(session.client)
  const watched = new Set<Statement>()
  session.client.prepare = sql => {
    const statement = prepare(sql)
    if (watched.has(statement)) return statement
    watched.add(statement)
    const all = statement.all.bind(statement)
    statement.all = (...parameters: unknown[]) => {
      seen.push(sql)
      return all(...parameters)
    }
    return statement
  }
})

async function plansOf(run: () => Promise<unknown>): Promise<string[]> {
  seen.length = 0
  await run()
  const statements = [...seen]
  return statements.flatMap(sql => {
    const parameters = Array<number>((sql.match(/\?/g) ?? []).length).fill(0)
    const rows = database.connection.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters) as {
      detail: string
    }[]
    return rows.map(row => row.detail)
  })
}

const section = { id: 1, key: 'one', glaze: 'region', name: 'one', slug: 'one' } as const
const article = {
  id: 1,
  storyId: 1,
  locale: 'ar',
  section,
  topics: [
    { id: 1, name: '', slug: '' },
    { id: 2, name: '', slug: '' },
  ],
} as unknown as Parameters<typeof relatedStories>[0]
const day = new Date('2026-01-01T00:00:00Z')

const month = { from: day, to: new Date('2026-02-01T00:00:00Z') }
const part = { offset: 5000, limit: 5000 }
const numbers = { after: 0, upTo: 5000 }

const queries: [string, () => Promise<unknown>][] = [
  ['frame', () => siteFrame('ar')],
  ['front', () => frontPage('ar')],
  ['article', () => articleAnswer('ar', 1)],
  ['related', () => relatedStories(article)],
  ['headlines', () => latestHeadlines('ar', 50)],
  ['latest', () => latestPage('ar', 3)],
  ['section', () => sectionPage('ar', 'one', 2)],
  ['topic', () => topicPage('ar', 'one', 2)],
  ['most read', () => mostRead('ar')],
  ['reads of an hour', () => readsInHour(day)],
  ['ranked articles', () => visibleAmong([1, 2], 'ar', day)],
  ['kept ranking', () => keptRanking(database.reader, 'ar', 'week')],
  ['topics', () => topicIndex('ar')],
  ['author', () => authorPage('ar', 'one', 2)],
  ['authors', () => authorIndex('ar')],
  ['standing page', () => standingPage('ar', 'one')],
  ['archive span', () => archiveSpan('ar')],
  ['archive month', () => stretchesWithArticles('ar', [day, new Date(), new Date()])],
  ['archive day', () => headlinesBetween('ar', day, new Date(), 3)],
  ['addresses', () => articleAddresses(1)],
  ['old address', () => oldAddress('/x')],
  ['feed', () => feedArticles('ar', null)],
  ['feed of a section', () => feedArticles('ar', { kind: 'section', id: 1 })],
  ['subject of a feed', () => feedSubject('ar', 'author', 'one')],
  ['months of a sitemap', () => articleCounts('ar', [day, new Date(), new Date()])],
  ['sitemap of a month', () => sitemapArticles('ar', month, part)],
  ['sitemap of news', () => sitemapNews('ar', day, 1000)],
  ['sitemap of topics', () => listedAddresses('topic', 'ar', numbers)],
  ['parts of sitemaps', () => rangesWithSomething('topic', 'ar', 5000)],
  ['sitemap of authors', () => listedAddresses('author', 'ar', numbers)],
  ['sitemap of sections', () => sectionAddresses('ar')],
  ['where pictures stand', () => newestPictureUses(new Date()).next()],
  ['what is due', () => dueSchedules(day, 100)],
  ['what an article waits for', () => waitingSchedule(reader(), 1)],
]

describe('query plans', () => {
  it.each(queries)('%s walks through no table that grows', async (_, run) => {
    const plans = await plansOf(run)
    expect(plans.length).toBeGreaterThan(0)
    const walks = plans.filter(detail =>
      GROWING.some(table => new RegExp(`^SCAN ("?${table}"?)( |$)`).test(detail)),
    )
    expect(walks).toEqual([])
  })

  /* Without a walk too: beginning with the articles of the language, each is looked up in the list. */
  it.each([
    ['related', () => relatedStories(article)],
    ['ranked articles', () => visibleAmong([1, 2], 'ar', day)],
    ['section', () => sectionPage('ar', 'one', 2)],
    ['topic', () => topicPage('ar', 'one', 2)],
    ['author', () => authorPage('ar', 'one', 2)],
    ['feed of a section', () => feedArticles('ar', { kind: 'section', id: 1 })],
    ['sitemap of topics', () => listedAddresses('topic', 'ar', numbers)],
    ['parts of sitemaps', () => rangesWithSomething('topic', 'ar', 5000)],
    ['sitemap of sections', () => sectionAddresses('ar')],
  ])('%s begins with what is listed, not with all articles', async (_, run) => {
    expect((await plansOf(run)).filter(detail => detail.includes('articles_newest'))).toEqual([])
  })

  it('counts months between both of their ends, without reading a row', async () => {
    const plans = await plansOf(() => articleCounts('ar', [day, new Date(), new Date()]))
    const looks = plans.filter(detail => detail.includes('articles_newest'))
    expect(looks).toHaveLength(2)
    for (const look of looks)
      expect(look).toMatch(/COVERING INDEX articles_newest .*published_at>\? AND published_at<\?/)
  })

  it('makes the same number of statements for a front, whatever it shows', async () => {
    seen.length = 0
    await frontPage('ar')
    expect(seen.length).toBeLessThanOrEqual(9)
  })

  it('asks for the most read in one statement', async () => {
    seen.length = 0
    await mostRead('ar')
    expect(seen).toHaveLength(1)
  })
})
