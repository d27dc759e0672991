import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { answer } from '#request/answer.ts'
import { anAuthor, aPage, aSection, aTopic } from '#testing/filing.testing.ts'
import { madeWords, propertyNames } from '#testing/odd-words.testing.ts'
import { anArticle, aStory } from '#testing/stories.testing.ts'
import { startTestEdge, type TestEdge } from './edge.testing.ts'

const seen: string[] = []

/* Every page that is drawn is there; whatever should not be drawn shows in `seen`. */
async function framework({ url = '' }: IncomingMessage, response: ServerResponse): Promise<void> {
  seen.push(url)
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  if (url.includes('/oops/404')) answer({ status: 404 })
  response.end(`<!DOCTYPE html><html lang="ar"><body>${url}</body></html>`)
}

const NOW = new Date()
const DAY_MS = 86_400_000
const yesterday = new Date(NOW.getTime() - DAY_MS)
const arabicSection = `/ar/${encodeURIComponent('اقتصاد')}`

let edge: TestEdge
let story = { path: '', id: 0, en: 0, withdrawn: 0 }

beforeAll(async () => {
  edge = await startTestEdge(framework, { isFinding: true })
  const sectionId = await aSection({})
  const topicIds = [await aTopic({})]
  const authorIds = [await anAuthor({})]
  await aPage({})
  const storyId = await aStory({ sectionId, topicIds, now: NOW })
  const common = { storyId, status: 'published', now: NOW, publishedAt: yesterday, authorIds } as const
  const { slug } = await anArticle({ ...common, locale: 'en', headline: 'Ships are back' })
  await anArticle({ ...common, locale: 'ar', headline: 'عادت السفن' })
  const inEnglish = await aStory({ sectionId, now: NOW })
  await anArticle({ ...common, storyId: inEnglish, locale: 'en', headline: 'In English only' })
  const withdrawn = await aStory({ sectionId, now: NOW })
  await anArticle({ ...common, storyId: withdrawn, locale: 'en', headline: 'Gone', status: 'withdrawn' })
  story = { path: `/en/economy/${storyId}/${slug}`, id: storyId, en: inEnglish, withdrawn }
})
afterAll(() => edge.close())
beforeEach(async () => {
  for (const locale of ['ar', 'en']) await edge.get(`/${locale}/no-such-section`)
  seen.length = 0
})

const get: TestEdge['get'] = (...asked) => edge.get(...asked)
const leadsTo = async (path: string, headers = {}) => {
  const { status, headers: given } = await get(path, headers)
  return [status, given.location]
}

describe('what is there', () => {
  it.each([
    '/ar',
    '/en/latest',
    '/en/search',
    '/en/topics',
    '/en/authors',
    '/en/archive',
    '/en/economy',
    arabicSection,
    '/en/topics/ports',
    '/en/authors/rana',
    '/en/pages/about',
    '/en/feed.xml',
    '/en/economy/feed.xml',
    '/en/topics/ports/feed.xml',
    '/sitemap.xml',
    '/sitemaps/en/news.xml',
    '/robots.txt',
  ])('%s is drawn once', async path => {
    for (const _ of [1, 2]) expect((await get(path)).status).toBe(200)
    expect(seen).toHaveLength(1)
  })

  it('is a search, whatever page of it is asked for', async () => {
    for (const page of ['x', '0', '60', '999999', '__proto__', '2.'])
      expect((await get(`/en/search?q=ships&page=${page}`)).status).toBe(200)
  })

  it('is an article, whose own address alone is drawn', async () => {
    expect((await get(story.path)).status).toBe(200)
    const others = [
      `/en/x/${story.id}`,
      `/en/economy/${story.id}/another`,
      `${story.path}/amp`,
      `/en/x/0${story.id}/y`,
    ]
    for (const other of [...others, `${story.path}/`, `${story.path}.`, `${story.path}%E2%80%9D`])
      expect(await leadsTo(other)).toEqual([308, story.path])
    expect(seen).toHaveLength(1)
  })

  it('is one page of what is gone or elsewhere, however its address goes on', async () => {
    for (const id of [story.withdrawn, story.en]) {
      seen.length = 0
      const locale = id === story.en ? 'ar' : 'en'
      for (let number = 0; number < 20; number++) await get(`/${locale}/x/${id}/${number}`)
      expect(seen).toEqual([`/${locale}/a/${id}`])
    }
  })

  it('is a day of the archive, and its month and year', async () => {
    const [year, month, day] = yesterday.toISOString().split('T')[0]?.split('-') ?? []
    for (const path of [`/en/archive/${year}`, `/en/archive/${year}/${month}`])
      expect((await get(path)).status).toBe(200)
    expect([200, 404]).toContain((await get(`/en/archive/${year}/${month}/${day}`)).status)
  })
})

describe('what is missing', () => {
  const forms: ((word: string, number: number) => string)[] = [
    word => `/en/${word}`,
    word => `/ar/${word}`,
    (word, number) => `/en/${word}/${9000 + number}`,
    (word, number) => `/ar/economy/${9000 + number}/${word}`,
    word => `/en/topics/${word}`,
    word => `/ar/authors/${word}`,
    word => `/en/pages/${word}`,
    word => `/en/newsroom/${word}`,
    word => `/en/oops/${word}`,
    word => `/en/archive/${word}`,
    (_, number) => `/en/archive/${1000 + (number % 900)}/01/01`,
    (_, number) => `/en/latest?page=${2 + number}`,
    (_, number) => `/en/economy?page=${2 + number}`,
    (_, number) => `/en/topics/ports?page=${2 + number}`,
    word => `/en/economy?page=${word}`,
    word => `/en/${word}/feed.xml`,
    word => `/en/topics/${word}/feed.xml`,
    word => `/sitemaps/en/${word}.xml`,
    (_, number) => `/sitemaps/en/${1000 + (number % 900)}-01.xml`,
    (_, number) => `/sitemaps/ar/topics-${number + 2}.xml`,
    word => `/sitemaps/${word}/news.xml`,
    word => `/robots.txt/${word}`,
    word => `/en/latest/${word}`,
    word => `/en/search/${word}`,
    word => `/en/a/b/c/${word}`,
  ]

  it('is one copy in each language, and no drawing', async () => {
    const words = [...propertyNames.filter(name => /^\w+$/.test(name)), ...madeWords(400)]
    const bodies = { ar: new Set<string>(), en: new Set<string>() }
    for (const [index, word] of words.entries()) {
      const form = forms[index % forms.length]
      const path = form?.(encodeURIComponent(word), index) ?? ''
      const { status, body } = await get(path)
      expect([path, status]).toEqual([path, 404])
      if (/^\/(ar|en)\//.test(path)) bodies[path.slice(1, 3) as 'ar' | 'en'].add(body.toString())
    }
    expect(seen).toEqual([])
    expect([bodies.ar.size, bodies.en.size]).toEqual([1, 1])
  })

  it('says so to caches in front without a word on the reader', async () => {
    const { headers } = await get('/en/nothing-here', { 'Accept-Language': 'ar' })
    expect(headers.vary).toBe('Accept-Encoding')
  })

  it('comes to be: the next request finds it', async () => {
    expect((await get('/en/topics/markets')).status).toBe(404)
    await aTopic({ key: 'markets', ar: 'أسواق', en: 'Markets' })
    expect((await get('/en/topics/markets')).status).toBe(200)
  })
})

describe('an address as people write it', () => {
  const marks = [
    '.',
    ',',
    '،',
    '؛',
    '؟',
    '!',
    '…',
    ')',
    ']',
    '»',
    '”',
    '’',
    '"',
    '.»',
    ').',
    '%D8%8C',
    '%20',
    '%0A',
    '%E2%80%8F',
  ]
  const written = (mark: string) => (mark.startsWith('%') ? mark : encodeURIComponent(mark))

  it.each(marks)('finds its page in one hop with %j behind it', async mark => {
    const end = written(mark)
    for (const path of [
      '/en',
      '/ar',
      '/en/latest',
      '/en/economy',
      arabicSection,
      '/en/topics/ports',
      '/en/authors/rana',
      '/en/pages/about',
      '/en/archive',
      '/en/search',
      '/en/feed.xml',
      '/robots.txt',
      '/sitemap.xml',
    ])
      expect([path, ...(await leadsTo(path + end))]).toEqual([path, 308, path])
    expect(await leadsTo(`/a/${story.id}${end}`, { 'Accept-Language': 'en' })).toEqual([308, story.path])
    expect(await leadsTo(`/a/${story.id}?l=en${end}`, { 'Accept-Language': 'ar' })).toEqual([308, story.path])
    expect(await leadsTo(`/en/x/${story.id}${end}`)).toEqual([308, story.path])
    expect(seen).toEqual([])
  })

  it.each([
    ['/En/Economy', '/en/economy'],
    ['/en/ECONOMY?page=1', '/en/economy?page=1'],
    ['//en//economy', '/en/economy'],
    ['//En//Economy//', '/en/economy'],
    ['/en/economy/', '/en/economy'],
    ['/en/economy/.', '/en/economy'],
    ['/en/economy/)', '/en/economy'],
    ['/%C2%ABen/economy%C2%BB', '/en/economy'],
    ['/en/economy?page=1.', '/en/economy?page=1'],
    ['/en-GB/economy', '/en/economy'],
    ['/index.html', '/ar'],
    ['/index.php', '/ar'],
    ['/Index.HTM', '/ar'],
    ['/en/index.html', '/en'],
    ['/en/economy/index.php', '/en/economy'],
    ['/rss', '/ar/feed.xml'],
    ['/rss/', '/ar/feed.xml'],
    ['/rss.xml', '/ar/feed.xml'],
    ['/feed', '/ar/feed.xml'],
    ['/feed/', '/ar/feed.xml'],
    ['/feed.xml', '/ar/feed.xml'],
    ['/index.xml', '/ar/feed.xml'],
    ['/atom.xml', '/ar/feed.atom'],
    ['/feed/atom/', '/ar/feed.atom'],
    ['/feed.json', '/ar/feed.json'],
    ['/en/rss', '/en/feed.xml'],
    ['/en/rss.', '/en/feed.xml'],
    ['/EN/RSS', '/en/feed.xml'],
    ['/en/feed', '/en/feed.xml'],
    ['/en/feed/', '/en/feed.xml'],
    ['/en/latest/rss', '/en/feed.xml'],
    ['/ar/atom.xml', '/ar/feed.atom'],
    ['/en/economy/feed', '/en/economy/feed.xml'],
    ['/en/economy/feed/', '/en/economy/feed.xml'],
    ['/en/Economy/RSS.xml', '/en/economy/feed.xml'],
    ['/en/economy/index.xml', '/en/economy/feed.xml'],
    ['/en/topics/ports/rss', '/en/topics/ports/feed.xml'],
    ['/en/authors/rana/atom', '/en/authors/rana/feed.atom'],
    ['/sitemap_index.xml', '/sitemap.xml'],
    ['/sitemap-index.xml', '/sitemap.xml'],
    ['/wp-sitemap.xml', '/sitemap.xml'],
    ['/sitemap', '/sitemap.xml'],
    ['/en/sitemap.xml', '/sitemap.xml'],
    ['/Sitemap.xml/', '/sitemap.xml'],
    ['/news-sitemap.xml', '/sitemaps/ar/news.xml'],
    ['/sitemap-news.xml', '/sitemaps/ar/news.xml'],
    ['/en/news-sitemap.xml', '/sitemaps/en/news.xml'],
    ['/security.txt', '/.well-known/security.txt'],
    ['/Robots.TXT', '/robots.txt'],
  ])('%s leads to %s', async (written, location) => {
    expect(await leadsTo(written)).toEqual([308, location])
    expect(seen).toEqual([])
  })

  it('goes by the reader’s language where it names none, and says so', async () => {
    for (const [path, location] of [
      ['/rss', '/en/feed.xml'],
      ['/feed', '/en/feed.xml'],
      ['/index.html', '/en'],
      ['/news-sitemap.xml', '/sitemaps/en/news.xml'],
    ] as const) {
      const { headers } = await get(path, { 'Accept-Language': 'en' })
      expect([headers.location, headers.vary]).toEqual([location, 'Accept-Language'])
    }
  })

  it('takes one hop when slash and slug are both wrong', async () => {
    for (const path of [`/en/economy/${story.id}/`, `/EN/economy/${story.id}/`, `//en/x/${story.id}//`])
      expect(await leadsTo(path)).toEqual([308, story.path])
    expect(await leadsTo(`/a/${story.id}/`, { 'Accept-Language': 'en' })).toEqual([308, story.path])
  })

  it('leads nowhere when nothing like it is there', async () => {
    for (const path of [
      '/en/nothing.',
      '/rss/x',
      '/en/nothing/feed',
      '/ads.txt.bak',
      '/app-ads.txt',
      '/a/99999.',
      '/%29',
    ])
      expect([path, (await get(path)).status]).toEqual([path, path === '/%29' ? 308 : 404])
  })

  it('shows who may sell advertisements where the setting says so', async () => {
    const { status, headers, body } = await get('/ads.txt')
    expect([status, headers['content-type'], body.toString()]).toEqual([
      200,
      'text/plain; charset=utf-8',
      'example.com, 1, DIRECT\n',
    ])
  })
})

describe('searching', () => {
  it('is limited for each client, with words in both languages', async () => {
    const from = (client: string) => ({ 'X-Forwarded-For': client })
    const statuses: number[] = []
    for (let number = 0; number < 130; number++)
      statuses.push((await get(`/en/search?q=w${number}`, from('192.0.2.1'))).status)
    expect(statuses.slice(0, 120)).toEqual(Array(120).fill(200))
    expect(statuses).toContain(429)
    const refused = await get('/en/search?q=another', from('192.0.2.1'))
    expect(refused).toMatchObject({ status: 429, headers: { 'cache-control': 'no-store' } })
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    expect(refused.body.toString()).toMatch(
      /<section lang="ar" dir="rtl">[\s\S]*<section lang="en" dir="ltr">/,
    )
    /* A page at hand costs nothing, and nobody else is concerned. */
    expect((await get('/en/search?q=w1', from('192.0.2.1'))).status).toBe(200)
    expect((await get('/en/search?q=another', from('192.0.2.2'))).status).toBe(200)
    expect((await get('/en/economy', from('192.0.2.1'))).status).toBe(200)
  })

  it('is limited while somebody types, too, as JSON', async () => {
    const asked = Array.from({ length: 200 }, (_, number) =>
      get(`/en/search/suggest?q=${number}`, { 'X-Forwarded-For': '192.0.2.3' }),
    )
    const replies = await Promise.all(asked)
    const refused = replies.find(({ status }) => status === 429)
    expect(replies.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(120)
    expect(refused?.headers['content-type']).toBe('application/json; charset=utf-8')
    expect(Number(refused?.headers['retry-after'])).toBeGreaterThan(0)
    expect(JSON.parse(refused?.body.toString() ?? '')).toMatchObject({ words: [], headlines: [] })
  })
})
