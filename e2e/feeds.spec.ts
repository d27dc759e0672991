import { execFileSync, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type APIRequestContext, expect, test } from '@playwright/test'
import Sqlite from 'better-sqlite3'
import { faultsBySchema, faultsInXml, hasXmllint } from '#domain/distribution/xml/strict-reading.testing.ts'
import { type OwnPortal, startOwnPortal } from './own-portal.ts'
import { directions, findLink, localesUnderTest, pathOf } from './site.ts'

const SCHEMAS = {
  'feed.xml': 'domain/distribution/feeds/schemas/rss.rng',
  'feed.atom': 'domain/distribution/feeds/schemas/atom.rng',
} as const
const SITEMAP_SCHEMA = 'domain/distribution/sitemaps/schemas/sitemap.xsd'

async function text(request: APIRequestContext, url: string): Promise<string> {
  const response = await request.get(url)
  expect(response.status(), url).toBe(200)
  return response.text()
}

function expectXml(xml: string, schema: string, url: string): void {
  expect(faultsInXml(xml), url).toEqual([])
  if (hasXmllint) expect(faultsBySchema(xml, schema), url).toBe('')
}

for (const locale of localesUnderTest) {
  for (const kind of ['front', 'section', 'topic', 'author'] as const) {
    test(`the ${kind} in ${locale} leads to feeds of itself`, async ({ request }) => {
      const page = await pathOf(request, kind, locale)
      const html = await text(request, page)
      const links = [...html.matchAll(/<link rel="alternate" type="([^"]+)" title="([^"]+)" href="([^"]+)"/g)]
      expect(links.map(([, type]) => type)).toEqual([
        ...['application/rss+xml', 'application/atom+xml', 'application/feed+json'],
      ])
      for (const [, , title = '', href = ''] of links) {
        expect(title).not.toBe('')
        expect(href.startsWith(`${page}/feed.`)).toBe(true)
        const feed = await text(request, href)
        const schema = SCHEMAS[path.basename(href) as keyof typeof SCHEMAS]
        if (schema) expectXml(feed, schema, href)
        else expect(JSON.parse(feed)).toMatchObject({ language: locale })
      }
    })
  }

  test(`a person who opens a feed in ${locale} can read it`, async ({ page }) => {
    const faults: string[] = []
    page.on('console', message => message.type() === 'error' && faults.push(message.text()))
    for (const file of ['feed.xml', 'feed.atom']) {
      await page.goto(`/${locale}/${file}`)
      const first = page.locator('.feed-item').first()
      await expect(first.locator('h2')).toBeVisible()
      await expect(first).toHaveCSS('direction', directions[locale])
      await expect(page.locator('.feed-head h1')).toBeVisible()
      /* Parts for programs are not visible. */
      await expect(
        page.locator('guid, id, pubDate, published, content').filter({ visible: true }),
      ).toHaveCount(0)
      const family = await first.locator('h2').evaluate(heading => getComputedStyle(heading).fontFamily)
      expect(family).toContain('AP ')
    }
    await page.locator('.feed-item a').first().click()
    await expect(page.locator('article h1, main h1').first()).toBeVisible()
    expect(faults).toEqual([])
  })
}

test('a reader that has the feed already is told so', async ({ request }) => {
  const first = await request.get('/ar/feed.xml', { headers: { 'Accept-Encoding': 'gzip' } })
  expect(first.headers()).toMatchObject({
    'content-type': 'application/xml; charset=utf-8',
    'content-encoding': 'gzip',
    'x-content-type-options': 'nosniff',
  })
  const { etag = '', 'last-modified': since = '' } = first.headers()
  const known: Record<string, string>[] = [{ 'If-None-Match': etag }, { 'If-Modified-Since': since }]
  for (const headers of known) {
    const again = await request.get('/ar/feed.xml', { headers: { 'Accept-Encoding': 'gzip', ...headers } })
    expect(again.status()).toBe(304)
  }
})

test('crawlers find every sitemap from robots.txt, and every one is valid', async ({ request }) => {
  const robots = await text(request, '/robots.txt')
  const sitemaps = [...robots.matchAll(/^Sitemap: (.+)$/gm)].map(([, url = '']) => url)
  expect(sitemaps).toHaveLength(3)
  const index = await text(request, sitemaps[0] ?? '')
  expectXml(index, SITEMAP_SCHEMA, 'the index')
  const listed = [...index.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url = '']) => url)
  expect(listed).toEqual(expect.arrayContaining(sitemaps.slice(1)))
  for (const url of listed) expectXml(await text(request, url), SITEMAP_SCHEMA, url)
})

test('a telephone can keep the site, and a fault can be reported', async ({ request }) => {
  for (const locale of localesUnderTest) {
    const html = await text(request, `/${locale}`)
    const href = /<link rel="manifest" href="([^"]+)"/.exec(html)?.[1] ?? ''
    const manifest = await request.get(href)
    expect(manifest.headers()['content-type']).toBe('application/manifest+json; charset=utf-8')
    const { lang, dir, icons } = await manifest.json()
    expect([lang, dir]).toEqual([locale, directions[locale]])
    for (const { src } of icons) expect((await request.get(src)).status(), src).toBe(200)
  }
  const security = await text(request, '/.well-known/security.txt')
  expect(security).toMatch(/^Contact: mailto:\S+@\S+$/m)
  const expires = new Date(/^Expires: (.+)$/m.exec(security)?.[1] ?? '')
  expect(expires.getTime()).toBeGreaterThan(Date.now())
})

test.describe('a real reader', () => {
  test.skip(spawnSync('newsboat', ['--version']).error !== undefined, 'newsboat is not installed')

  for (const file of ['feed.xml', 'feed.atom']) {
    test(`takes ${file} of both languages`, async ({ request, baseURL }) => {
      const urls = localesUnderTest.map(locale => `${baseURL}/${locale}/${file}`)
      const items = readByNewsboat(urls)
      for (const url of urls) {
        const own = items.filter(({ feedurl }) => feedurl === url)
        const written: { title: string; id: string }[] = JSON.parse(
          await text(request, url.replace(file, 'feed.json')),
        ).items
        expect(own.map(({ title }) => title).sort()).toEqual(written.map(({ title }) => title).sort())
        expect(own.map(({ guid }) => guid).sort()).toEqual(written.map(({ id }) => id).sort())
        for (const { content } of own) expect(content).toMatch(/^<div dir="(rtl|ltr)" lang="(ar|en)">/)
      }
    })
  }
})

type ReadItem = { feedurl: string; guid: string; title: string; content: string }

/* Newsboat identifies an item by its id alone, so the two formats of a feed are read separately. */
function readByNewsboat(urls: string[]): ReadItem[] {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'newsboat-'))
  const at = (name: string) => path.join(folder, name)
  fs.writeFileSync(at('urls'), `${urls.join('\n')}\n`)
  fs.writeFileSync(at('config'), '')
  const files = ['-u', at('urls'), '-c', at('cache.db'), '-C', at('config')]
  execFileSync('newsboat', [...files, '-x', 'reload'], {
    env: { ...process.env, HOME: folder, TERM: 'dumb' },
  })
  const cache = new Sqlite(at('cache.db'), { readonly: true })
  const items = cache.prepare('SELECT feedurl, guid, title, content FROM rss_item').all() as ReadItem[]
  cache.close()
  fs.rmSync(folder, { recursive: true, force: true })
  return items
}

test.describe('as fast as the pages', () => {
  test.describe.configure({ mode: 'serial', timeout: 180_000 })
  let portal: OwnPortal
  test.beforeAll(async () => {
    portal = await startOwnPortal()
  })
  test.afterAll(() => portal.stop())

  test('what is withdrawn is in no feed and no sitemap the moment that is acknowledged, and comes back', async ({
    request,
  }) => {
    const at = (file: string) => portal.origin + file
    const { items } = JSON.parse(await text(request, at('/en/feed.json')))
    const [story] = items as { id: string; url: string }[]
    const number = story?.id.split('/').at(-1) ?? ''
    const section = await findLink(
      request,
      at('/en'),
      new RegExp(`^${new URL(story?.url ?? '').pathname.split('/').slice(0, 3).join('/')}$`),
    )
    const month =
      /<loc>([^<]+\/en\/\d{4}-\d\d\.xml)<\/loc>/.exec(await text(request, at('/sitemap.xml')))?.[1] ?? ''
    const places = [
      '/en/feed.xml',
      '/en/feed.atom',
      '/en/feed.json',
      `${section}/feed.xml`,
      '/sitemaps/en/news.xml',
    ]
      .map(at)
      .concat(month)
    const mark = `/${number}/`
    const holds = async (url: string) => {
      const found = await text(request, url)
      return found.includes(story?.id ?? '-') || found.includes(mark)
    }
    for (const url of places) expect(await holds(url), url).toBe(true)
    await portal.press('article', 'withdraw', number, '--locale', 'en')
    for (const url of places) expect(await holds(url), url).toBe(false)
    await portal.press('article', 'publish', number, '--locale', 'en')
    for (const url of places) expect(await holds(url), url).toBe(true)
  })
})
