import { beforeAll, describe, expect, it } from 'vitest'
import type { StoredArticle } from '#db/queries/publishing.ts'
import { faultsBySchema, faultsInXml, hasXmllint } from '#domain/distribution/xml/strict-reading.testing.ts'
import { withdraw } from '#domain/editorial/publishing/withdraw.ts'
import type { Locale } from '#i18n/locales.ts'
import { desk } from '#testing/actors.testing.ts'
import { anAuthor, aPage, aPicture, aSection, aTopic } from '#testing/filing.testing.ts'
import { aNewsroom } from '#testing/newsroom.testing.ts'
import { anArticle } from '#testing/stories.testing.ts'
import { sitemapContent } from './sitemap-files.ts'
import { sitemapList } from './sitemap-list.ts'
import { parseSitemapFile } from './sitemap-name.ts'
import { sitemapIndex, urlSet } from './sitemap-url.ts'

const now = new Date('2026-11-26T12:00:00Z')
const siteUrl = 'https://news.example.org'
const SCHEMA = 'domain/distribution/sitemaps/schemas/sitemap.xsd'
/* Small, so that parts are reached without thousands of articles. */
const mostUrls = 3

let sectionId = 0
let photo = 0
let topicId = 0
let authorId = 0

aNewsroom('once')

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

function publishOn(at: string, headline: string, leadMediaId: number | null = null) {
  const story = { sectionId, leadMediaId, topicIds: [topicId] }
  const body = { type: 'doc' as const, content: [] }
  const article = { story, locale: 'ar' as const, headline, body, authorIds: [authorId] }
  return anArticle({ ...article, status: 'published', publishedAt: new Date(at), now })
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
    sectionId = await aSection()
    topicId = await aTopic({ ar: 'موانئ' })
    await aTopic({ key: 'unread', ar: 'مهجور', en: null })
    authorId = await anAuthor({ en: null })
    photo = await aPicture()
    const body = { type: 'doc' as const, content: [] }
    await aPage({
      locale: 'ar',
      slug: 'من-نحن',
      title: 'x',
      body,
      updatedAt: new Date('2026-01-02T00:00:00Z'),
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
