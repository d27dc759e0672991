import { parseFeed as parseByFeedParser } from '@rowanmanning/feed-parser'
import { parseFeed as parseByFeedsmith } from 'feedsmith'
import { describe, expect, it } from 'vitest'
import { faultsBySchema, faultsInXml, hasXmllint } from '#domain/distribution/xml/strict-reading.testing.ts'
import { atom } from './atom.ts'
import type { Feed } from './feed.ts'
import { madeArticle, madeFeed, madePicture, madeSite, paragraph } from './feed-article.testing.ts'
import { jsonFeed } from './json-feed.ts'
import { rss } from './rss.ts'

const STYLE = '/enhance/feed.css'
const video = { id: 7, name: 'fedcba98765432100123', extension: 'mp4', mime: 'video/mp4' } as const
const film = { ...video, width: 960, height: 540, bytes: 285_461, seconds: 8 }

const whole = madeArticle({
  headline: 'شركة Apple Inc. تعلن',
  lead: madePicture,
  updatedAt: new Date('2026-02-01T10:00:00Z'),
  body: { type: 'doc', content: [paragraph('كل النص.')] },
  videos: new Map([[7, film]]),
})

/* Titles that end sections, look like markup, hold what XML forbids, or turn. */
const HOSTILE: [given: string, expected: string][] = [
  ['نهاية ]]> ثم بداية <![CDATA[', 'نهاية ]]> ثم بداية <![\u2068CDATA\u2069['],
  ['خبر &amp; &#x3C; & "اقتباس" \'ثان\'', 'خبر &\u2068amp\u2069; &#\u2068x3C\u2069; & "اقتباس" \'ثان\''],
  ['صفر\u0000 جرس\u0007 هروب\u001b غير\ufffe', 'صفر جرس هروب غير'],
  ['نصف \ud83d زوج \ude00.', 'نصف  زوج .'],
  ['زوج \u{1f600} كامل', 'زوج \u{1f600} كامل'],
  ['قوس\u200f) ومحارف\u202e خفية\u2067', 'قوس\u200f) ومحارف خفية'],
  ['BBC: عاجل من القاهرة', '\u2068BBC\u2069: عاجل من القاهرة'],
  [`خبر ${'طويل '.repeat(27)}`.slice(0, 139).trim(), `خبر ${'طويل '.repeat(27)}`.slice(0, 139).trim()],
]
const hostile = HOSTILE.map(([headline], index) => madeArticle({ storyId: index + 1, headline }))

const empty = madeFeed([])
const feeds: [name: string, feed: Feed][] = [
  ['nothing', empty],
  ['one article', madeFeed([whole])],
  ['hostile headlines', madeFeed(hostile)],
  ['a hub', madeFeed([whole], 'ar', 'https://hub.example.org/?a=1&b=2')],
]

const written = {
  'RSS 2.0': (feed: Feed) => rss(feed, STYLE),
  'Atom 1.0': (feed: Feed) => atom(feed, STYLE),
} as const
const formats = Object.entries(written)
const schemas: Record<string, string> = {
  'RSS 2.0': 'domain/distribution/feeds/schemas/rss.rng',
  'Atom 1.0': 'domain/distribution/feeds/schemas/atom.rng',
}

describe.each(formats)('a feed as %s', (format, write) => {
  it.each(feeds)('is well formed with %s', (_, feed) => {
    expect(faultsInXml(write(feed))).toEqual([])
  })

  it.skipIf(!hasXmllint).each(feeds)(
    'is valid with %s (skipped: where xmllint is not installed)',
    (_, feed) => {
      expect(faultsBySchema(write(feed), schemas[format] ?? '')).toBe('')
    },
  )

  it('says the same to two parsers: what it is, and where it is', () => {
    const xml = write(madeFeed([whole]))
    const parsed = parseByFeedParser(xml)
    expect(parsed).toMatchObject({ language: 'ar', title: 'عرب برس', url: `${madeSite}/ar` })
    expect(parsed.self).toBe(`${madeSite}/ar/feed.${format === 'RSS 2.0' ? 'xml' : 'atom'}`)
    expect(parseByFeedsmith(xml).format).toBe(format === 'RSS 2.0' ? 'rss' : 'atom')
  })

  it('names the hub that it was given, and none otherwise', () => {
    const hub = 'https://hub.example.org/?a=1&b=2'
    const named = /<(?:atom:)?link rel="hub" href="([^"]*)"\/>/
    expect(named.exec(write(madeFeed([whole], 'ar', hub)))?.[1]).toBe(hub.replace('&', '&amp;'))
    expect(write(madeFeed([whole]))).not.toMatch(/rel="hub"/)
  })

  it('carries an article whole', () => {
    const [item] = parseByFeedParser(write(madeFeed([whole]))).items
    expect(item).toMatchObject({
      id: 'tag:news.example.org,2026:ar/story/12',
      title: 'شركة \u2068Apple Inc.\u2069 تعلن',
      description: 'مقدمة',
      published: new Date('2026-02-01T09:30:00Z'),
      url: `${madeSite}/ar/${encodeURIComponent('اقتصاد')}/12/${encodeURIComponent('عنوان-الخبر')}`,
    })
    expect(item?.content).toMatch(/^<div dir="rtl" lang="ar">.*<p>كل النص\.<\/p><\/div>$/)
    expect(item?.authors.map(({ name }) => name)).toEqual(['رنا عيتاني'])
    expect(item?.categories.map(({ term }) => term)).toEqual(['الاقتصاد', 'موانئ'])
  })

  it('gives hostile headlines as they are, but for what no XML may hold', () => {
    const { items } = parseByFeedParser(write(madeFeed(hostile)))
    expect(items.map(({ title }) => title?.replace(/ +/g, ' '))).toEqual(
      HOSTILE.map(([, expected]) => expected.replace(/ +/g, ' ')),
    )
  })

  it('names articles by what never changes', () => {
    const idOf = (part: Parameters<typeof madeArticle>[0]) =>
      parseByFeedParser(write(madeFeed([madeArticle(part)]))).items[0]?.id
    const moved = { ...madeArticle().section, slug: 'مال' }
    expect(idOf({ headline: 'آخر', slug: 'آخر', section: moved, updatedAt: new Date() })).toBe(idOf({}))
  })

  it('is the same text for the same articles, so that readers are told «not modified»', () => {
    expect(write(madeFeed([whole]))).toBe(write(madeFeed([whole])))
  })

  it('shows itself to people in its language, with links that lead somewhere', () => {
    const xml = write(madeFeed([whole]))
    expect(xml).toContain(`<?xml-stylesheet type="text/css" href="${STYLE}"?>`)
    expect(xml).toContain('<h:article class="feed-item" lang="ar" dir="rtl"><h:h2><h:a href="/ar/')
    expect(write(empty)).toContain('<h:p class="feed-empty">لا شيء بعد.</h:p>')
  })
})

describe('a feed as RSS', () => {
  it('names pictures and films with their words, and one of them to play', () => {
    const parsed = parseByFeedsmith(rss(madeFeed([whole]), STYLE))
    const [item] = parsed.format === 'rss' ? (parsed.feed.items ?? []) : []
    expect(item?.enclosures).toEqual([
      { url: `${madeSite}/media/${film.name}.mp4`, length: 285_461, type: 'video/mp4' },
    ])
    expect(item?.media?.contents).toMatchObject([
      {
        url: `${madeSite}/media/${madePicture.name}-1080.jpg`,
        type: 'image/jpeg',
        medium: 'image',
        width: 1080,
        height: 540,
        description: { value: 'المرفأ عند الفجر' },
        credits: [{ value: 'رنا عيتاني' }],
      },
      { url: `${madeSite}/media/${film.name}.mp4`, medium: 'video', duration: 8, fileSize: 285_461 },
    ])
  })
})

describe('a feed as Atom', () => {
  const xml = atom(madeFeed([whole]), STYLE)
  const parsed = parseByFeedsmith(xml)
  const feed = parsed.format === 'atom' ? parsed.feed : undefined

  it('keeps the rules of RFC 4287 that no grammar can say', () => {
    for (const node of [feed, ...(feed?.entries ?? [])]) {
      const alternates = (node?.links ?? []).filter(({ rel = 'alternate' }) => rel === 'alternate')
      expect(new Set(alternates.map(({ type, hreflang }) => `${type} ${hreflang}`)).size).toBe(
        alternates.length,
      )
      expect(alternates).toHaveLength(1)
    }
    /* The feed names the author of an entry that names none. */
    expect(feed?.authors?.[0]?.name).toBe('عرب برس')
    expect(new Set(feed?.entries?.map(({ id }) => id)).size).toBe(feed?.entries?.length)
    expect(feed?.updated).toBe('2026-02-01T10:00:00.000Z')
  })

  it('says when an article changed, and what can be played', () => {
    expect(feed?.entries?.[0]).toMatchObject({
      published: '2026-02-01T09:30:00.000Z',
      updated: '2026-02-01T10:00:00.000Z',
    })
    expect(feed?.entries?.[0]?.links).toContainEqual({
      rel: 'enclosure',
      type: 'video/mp4',
      length: 285_461,
      href: `${madeSite}/media/${film.name}.mp4`,
    })
  })
})

describe('a JSON Feed', () => {
  const parsed = JSON.parse(jsonFeed(madeFeed([whole])))

  it('has what version 1.1 asks for, and nothing that it gave up', () => {
    expect(parsed).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'عرب برس',
      home_page_url: `${madeSite}/ar`,
      feed_url: `${madeSite}/ar/feed.json`,
      language: 'ar',
    })
    for (const thing of [parsed, ...parsed.items]) expect(thing).not.toHaveProperty('author')
    expect(parseByFeedsmith(parsed).format).toBe('json')
  })

  it('carries an article whole', () => {
    const [item] = parsed.items
    expect(item).toMatchObject({
      id: 'tag:news.example.org,2026:ar/story/12',
      title: 'شركة \u2068Apple Inc.\u2069 تعلن',
      summary: 'مقدمة',
      image: `${madeSite}/media/${madePicture.name}-1080.jpg`,
      date_published: '2026-02-01T09:30:00.000Z',
      date_modified: '2026-02-01T10:00:00.000Z',
      tags: ['الاقتصاد', 'موانئ'],
      attachments: [{ mime_type: 'video/mp4', size_in_bytes: 285_461, duration_in_seconds: 8 }],
    })
    expect(item.authors).toEqual([
      { name: 'رنا عيتاني', url: `${madeSite}/ar/authors/${encodeURIComponent('رنا-عيتاني')}` },
    ])
    expect(item.content_html).toContain('<p>كل النص.</p>')
  })

  it('names the hub that it was given, and none otherwise', () => {
    const url = 'https://hub.example.org/'
    expect(JSON.parse(jsonFeed(madeFeed([whole], 'ar', url))).hubs).toEqual([{ type: 'WebSub', url }])
    expect(parsed).not.toHaveProperty('hubs')
  })

  it('is a feed of nothing while there is nothing', () => {
    expect(JSON.parse(jsonFeed(empty)).items).toEqual([])
  })

  it('gives hostile headlines as they are', () => {
    const { items } = JSON.parse(jsonFeed(madeFeed(hostile)))
    expect(items.map((item: { title: string }) => item.title)).toEqual(
      HOSTILE.map(([, expected]) => expected),
    )
  })
})
