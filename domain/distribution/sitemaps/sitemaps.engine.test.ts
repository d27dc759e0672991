import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Database, openDatabase } from '#db/open.ts'
import type { StoredArticle } from '#db/queries/publishing.ts'
import { putAuthor, putPage, putSection, putTopic } from '#db/queries/writing/catalogue.ts'
import { putMedia } from '#db/queries/writing/media.ts'
import { write } from '#db/write.ts'
import { faultsBySchema, faultsInXml, hasXmllint } from '#domain/distribution/xml/strict-reading.testing.ts'
import { systemActor } from '#domain/editorial/accounts/actor.ts'
import { createArticle } from '#domain/editorial/publishing/create-article.ts'
import { createStoryIn } from '#domain/editorial/publishing/create-story.ts'
import { publish } from '#domain/editorial/publishing/publish.ts'
import { withdraw } from '#domain/editorial/publishing/withdraw.ts'
import type { Locale } from '#i18n/locales.ts'
import { sitemapContent } from './sitemap-files.ts'
import { sitemapList } from './sitemap-list.ts'
import { parseSitemapFile } from './sitemap-name.ts'
import { sitemapIndex, urlSet } from './sitemap-url.ts'

const desk = systemActor('desk')
const now = new Date('2026-11-26T12:00:00Z')
const siteUrl = 'https://news.example.org'
const SCHEMA = 'domain/distribution/sitemaps/schemas/sitemap.xsd'
/* Small, so that parts are reached without thousands of articles. */
const mostUrls = 3

let database: Database
let folder: string
let sectionId = 0
let photo = 0
let topicId = 0
let authorId = 0

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'press-sitemaps-'))
  database = openDatabase(folder)
  await database.ready
})

afterAll(async () => {
  await database.close()
  fs.rmSync(folder, { recursive: true, force: true })
})

async function contentOf(locale: Locale, file: string, at = now) {
  const name = parseSitemapFile(file)
  return name && sitemapContent(locale, name, { siteUrl, siteName: 'عرب برس', now: at, mostUrls })
}

async function pathsIn(locale: Locale, file: string, at = now) {
  const content = await contentOf(locale, file, at)
  return content?.urls.map(({ loc }) => decodeURI(loc.slice(siteUrl.length))) ?? null
}

async function listed(at = now) {
  const list = await sitemapList(siteUrl, at, mostUrls)
  return list.map(({ loc }) => loc.slice(`${siteUrl}/sitemaps/`.length))
}

async function publishOn(at: string, headline: string, mediaId: number | null = null) {
  const story = {
    sectionId,
    kind: 'news' as const,
    leadMediaId: mediaId,
    topicIds: [topicId],
    pictureTexts: {},
    now,
  }
  const storyId = await write(tx => createStoryIn(tx, desk, story))
  const words = { headline, standfirst: '', authorIds: [authorId], now }
  const body = { type: 'doc' as const, content: [] }
  const { id, revision } = await createArticle(desk, { storyId, locale: 'ar', ...words, body })
  return publish(desk, { articleId: id, revision, publishedAt: new Date(at), now })
}

describe('the sitemaps of an empty newsroom', () => {
  it('lead to its pages, and to no article', async () => {
    expect(await listed()).toEqual(['ar/pages.xml', 'ar/news.xml', 'en/pages.xml', 'en/news.xml'])
    expect(await pathsIn('ar', 'pages.xml')).toEqual(['/ar', '/ar/topics', '/ar/authors'])
    expect(await pathsIn('ar', 'news.xml')).toEqual(['/ar'])
    expect(await pathsIn('ar', '2026-11.xml')).toBeNull()
    expect(await pathsIn('ar', 'topics-1.xml')).toBeNull()
  })

  it.skipIf(!hasXmllint)('are valid (skipped: where xmllint is not installed)', async () => {
    expect(faultsBySchema(sitemapIndex(await sitemapList(siteUrl, now)), SCHEMA)).toBe('')
    for (const file of ['pages.xml', 'news.xml'])
      expect(faultsBySchema(urlSet((await contentOf('ar', file))?.urls ?? []), SCHEMA)).toBe('')
  })
})

describe('the sitemaps of a newsroom', () => {
  let first: StoredArticle

  beforeAll(async () => {
    await write(async tx => {
      const texts = (slug: string) => ({ name: slug, slug, description: '' })
      sectionId = await putSection(tx, {
        key: 'economy',
        glaze: 'economy',
        position: 0,
        texts: { ar: texts('اقتصاد'), en: texts('economy') },
      })
      topicId = await putTopic(tx, { key: 'ports', texts: { ar: texts('موانئ'), en: texts('ports') } })
      await putTopic(tx, { key: 'unread', texts: { ar: texts('مهجور') } })
      const author = { name: 'رنا', slug: 'رنا', role: '', bio: '' }
      authorId = await putAuthor(tx, { key: 'rana', portraitId: null, texts: { ar: author } })
      const file = { kind: 'image', mime: 'image/jpeg', extension: 'jpg', width: 2000, height: 1000 } as const
      const media = { ...file, name: '0123456789abcdef0123', bytes: 9, color: '#000000', createdAt: now }
      photo = await putMedia(tx, media)
      const page = {
        key: 'about',
        locale: 'ar',
        slug: 'من-نحن',
        title: 'x',
        status: 'published',
        position: 0,
      } as const
      await putPage(tx, {
        ...page,
        body: { type: 'doc', content: [] },
        updatedAt: new Date('2026-01-02T00:00:00Z'),
      })
    })
    first = await publishOn('2026-11-25T09:00:00Z', 'خبر & «اقتباس» ]]>', photo)
  })

  it('name one article with its picture and its true time', async () => {
    const content = await contentOf('ar', '2026-11.xml')
    expect(content?.urls).toEqual([
      {
        loc: `${siteUrl}/ar/${encodeURIComponent('اقتصاد')}/${first.storyId}/${encodeURIComponent(first.slug)}`,
        lastModified: new Date('2026-11-25T09:00:00Z'),
        imageUrl: `${siteUrl}/media/0123456789abcdef0123-1600.jpg`,
      },
    ])
    expect(await listed()).toEqual([
      ...['ar/pages.xml', 'ar/news.xml', 'ar/topics-1.xml', 'ar/authors-1.xml', 'ar/2026-11.xml'],
      ...['en/pages.xml', 'en/news.xml'],
    ])
  })

  it('name pages that hold something, and when they last got something new', async () => {
    expect(await pathsIn('ar', 'pages.xml')).toEqual([
      ...['/ar', '/ar/اقتصاد', '/ar/topics', '/ar/authors', '/ar/pages/من-نحن'],
    ])
    const topics = await contentOf('ar', 'topics-1.xml')
    expect(topics?.urls).toEqual([
      {
        loc: `${siteUrl}/ar/topics/${encodeURIComponent('موانئ')}`,
        lastModified: new Date('2026-11-25T09:00:00Z'),
      },
    ])
    expect(await pathsIn('ar', 'authors-1.xml')).toEqual(['/ar/authors/رنا'])
    expect(await pathsIn('en', 'topics-1.xml')).toBeNull()
  })

  it('name as news what is two days old, until it is older', async () => {
    const content = await contentOf('ar', 'news.xml')
    expect(content?.urls[0]?.news).toEqual({
      publication: 'عرب برس',
      language: 'ar',
      title: 'خبر & «اقتباس» ]]>',
      publishedAt: new Date('2026-11-25T09:00:00Z'),
    })
    expect(content?.until).toEqual(new Date('2026-11-27T09:00:00Z'))
    expect(await pathsIn('ar', 'news.xml', new Date('2026-11-27T09:00:00Z'))).toEqual(['/ar'])
  })

  it('come in parts where a month holds more than one may, each article in one of them', async () => {
    for (let day = 1; day <= 7; day++) await publishOn(`2026-05-0${day}T09:00:00Z`, `خبر ${day}`)
    /* The same moment, which an import may produce. */
    for (let count = 0; count < 3; count++) await publishOn('2026-05-08T09:00:00Z', `مستورد ${count}`)
    const files = (await listed()).filter(file => file.startsWith('ar/2026-05'))
    expect(files).toEqual(['ar/2026-05-4.xml', 'ar/2026-05-3.xml', 'ar/2026-05-2.xml', 'ar/2026-05.xml'])
    const parts = await Promise.all(files.map(file => pathsIn('ar', file.slice(3))))
    expect(parts.map(part => part?.length)).toEqual([1, 3, 3, 3])
    expect(new Set(parts.flat()).size).toBe(10)
    expect(await pathsIn('ar', '2026-05-5.xml')).toBeNull()
  })

  it('begin months where the site is, not at Greenwich', async () => {
    const { storyId } = await publishOn('2025-12-31T22:00:00Z', 'أول السنة في الرياض')
    expect((await pathsIn('ar', '2026-01.xml'))?.[0]).toContain(`/${storyId}/`)
    expect(await pathsIn('ar', '2025-12.xml')).toBeNull()
  })

  it('lose what is withdrawn, and say that the month changed', async () => {
    const { id: articleId, revision } = first
    const at = new Date('2026-11-26T13:00:00Z')
    await withdraw(desk, { articleId, revision, now: at })
    expect(await pathsIn('ar', '2026-11.xml')).toBeNull()
    expect(await pathsIn('ar', 'news.xml')).toEqual(['/ar'])
    expect(await listed()).not.toContain('ar/2026-11.xml')
    const months = await sitemapList(siteUrl, now, mostUrls)
    const january = months.find(({ loc }) => loc.endsWith('ar/2026-01.xml'))
    expect(january?.lastModified).toBeInstanceOf(Date)
  })

  it.skipIf(!hasXmllint)('are valid (skipped: where xmllint is not installed)', async () => {
    await publishOn('2026-11-26T09:00:00Z', 'خبر & «اقتباس» ]]> <script>', photo)
    expect(faultsBySchema(sitemapIndex(await sitemapList(siteUrl, now, mostUrls)), SCHEMA)).toBe('')
    for (const file of [
      'pages.xml',
      'news.xml',
      'topics-1.xml',
      'authors-1.xml',
      '2026-11.xml',
      '2026-05-2.xml',
    ]) {
      const xml = urlSet((await contentOf('ar', file))?.urls ?? [])
      expect(faultsInXml(xml), file).toEqual([])
      expect(faultsBySchema(xml, SCHEMA), file).toBe('')
    }
  })
})

describe('the name of a sitemap', () => {
  it.each(['pages.xml', 'news.xml', 'topics-1.xml', 'authors-20.xml', '2026-11.xml', '2026-11-2.xml'])(
    'may be %s',
    file => {
      expect(parseSitemapFile(file)).not.toBeNull()
    },
  )

  it.each([
    '2026-11-1.xml',
    '2026-13.xml',
    '2026-1.xml',
    'topics-0.xml',
    'topics-01.xml',
    'topics.xml',
    '2026-11-99999.xml',
    'x.xml',
    '',
  ])('may not be %s: each sitemap has one alone', file => {
    expect(parseSitemapFile(file)).toBeNull()
  })
})
