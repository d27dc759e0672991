import { expect, test } from '@playwright/test'
import { propertyNames } from '#testing/odd-words.testing.ts'
import { type OwnPortal, startOwnPortal } from './own-portal.ts'

test.describe.configure({ mode: 'serial' })

let portal: OwnPortal
const METRICS_TOKEN = 'a-token-for-this-test'

test.beforeAll(async () => {
  test.setTimeout(180_000)
  portal = await startOwnPortal({ PRESS_METRICS_TOKEN: METRICS_TOKEN })
})
test.afterAll(() => portal?.stop())

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(portal.origin + path, { headers, redirect: 'manual' })

async function drawings(): Promise<number> {
  const text = await (await get('/metrics', { Authorization: `Bearer ${METRICS_TOKEN}` })).text()
  const counts = text.matchAll(/^arab_press_render_seconds_count\{.*\} (\d+)$/gm)
  return [...counts].reduce((sum, [, count]) => sum + Number(count), 0)
}

async function articles(): Promise<string[]> {
  const index = await (await get('/sitemap.xml')).text()
  const months = [...index.matchAll(/<loc>[^<]*(\/sitemaps\/[^<]*\d\.xml)<\/loc>/g)]
  const lists = await Promise.all(months.map(async ([, path = '']) => (await get(path)).text()))
  return lists.flatMap(list =>
    [...list.matchAll(/<loc>https?:\/\/[^/]+(\/[^<]+)<\/loc>/g)].map(([, path = '']) => path),
  )
}

test('unknown addresses cost one drawing for each language', async () => {
  for (const locale of ['ar', 'en']) await get(`/${locale}/no-such-thing`)
  const before = await drawings()
  const forms = [
    (n: number) => `/en/unknown-${n}`,
    (n: number) => `/ar/unknown-${n}/x`,
    (n: number) => `/en/politics/${900_000 + n}/x`,
    (n: number) => `/en/topics/unknown-${n}`,
    (n: number) => `/ar/authors/unknown-${n}`,
    (n: number) => `/en/archive/${1000 + n}/01/01`,
    (n: number) => `/en/latest?page=${200 + (n % 300)}`,
    (n: number) => `/en/unknown-${n}/feed.xml`,
  ]
  const asked = Array.from({ length: 600 }, (_, n) => get(forms[n % forms.length]?.(n) ?? ''))
  const statuses = (await Promise.all(asked)).map(({ status }) => status)
  expect(new Set(statuses)).toEqual(new Set([404]))
  expect((await drawings()) - before).toBe(0)
})

test('the missing page is right for every address in its language', async () => {
  const pages = await Promise.all(
    ['/en/unknown', '/en/topics/unknown', '/en/a/b/c', '/en/archive/1875/01/01'].map(async path =>
      (await get(path)).text(),
    ),
  )
  expect(new Set(pages).size).toBe(1)
  expect(pages[0]).toMatch(/<html[^>]* lang="en"/)
  expect(pages[0]).not.toMatch(/rel="canonical"|rel="alternate" hreflang/)
  expect(pages[0]).toContain('href="/ar"')
})

test('nothing that a request forges makes a drawing', async () => {
  const [path = ''] = (await articles()).filter(each => /\/\d+\//.test(each))
  await get(path)
  const before = await drawings()
  for (const headers of [
    { Authorization: 'Bearer x' },
    { Cookie: 'press.session_token=forged' },
    { 'Cache-Control': 'no-cache', Pragma: 'no-cache' },
    { Range: 'bytes=0-1' },
    { 'If-None-Match': '*' },
    { 'Accept-Language': '__proto__' },
  ]) {
    const { status, headers: given } = await get(
      `${path}?utm_source=${Object.keys(headers)[0]}`,
      headers as never,
    )
    expect([200, 304]).toContain(status)
    expect(given.get('cache-status')).toBe('arab-press; hit')
  }
  expect((await drawings()) - before).toBe(0)
})

test('addresses lead on from whatever people and programs write', async () => {
  const [path = ''] = (await articles()).filter(each => /^\/en\/[^/]+\/\d+\//.test(each))
  const [, , , id] = path.split('/')
  for (const [written, location] of [
    [`/a/${id}.?l=en`, path],
    [`/a/${id}?l=en.`, path],
    [`/en/x/${id}/`, path],
    [`${path}%C2%BB`, path],
    ['/en.', '/en'],
    ['/ar،', '/ar'],
    ['/En/Technology', '/en/technology'],
    ['/en/technology/feed', '/en/technology/feed.xml'],
    ['/feed.xml', '/ar/feed.xml'],
    ['/wp-sitemap.xml', '/sitemap.xml'],
    ['/en/index.html', '/en'],
  ] as const) {
    const answer = await get(encodeURI(written).replaceAll('%25', '%'))
    expect([written, answer.status, answer.headers.get('location')]).toEqual([written, 308, location])
    expect((await get(location)).status).toBe(200)
  }
})

test('no word that objects know breaks a page', async () => {
  test.setTimeout(120_000)
  const words = propertyNames.map(encodeURIComponent)
  for (const word of words) {
    for (const path of [
      `/${word}`,
      `/${word}/x`,
      `/en/${word}`,
      `/ar/topics/${word}`,
      `/en/${word}/feed.xml`,
      `/en/technology?page=${word}&${word}=${word}`,
      `/ar/search/suggest?q=${word}`,
      `/a/1?l=${word}`,
      `/media/${word}`,
      `/x.${word}`,
    ])
      expect([path, (await get(path)).status]).not.toEqual([path, 500])
  }
  for (const word of ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf', 'prototype']) {
    for (const locale of ['ar', 'en']) {
      const path = `/${locale}/search?q=${word}&section=${word}&sort=${word}&topic=${word}&author=${word}&period=${word}&${word}=1`
      expect([path, (await get(path)).status]).toEqual([path, 200])
    }
  }
})

test('259 pages that nobody has read are all drawn when they are asked for at once', async () => {
  test.setTimeout(120_000)
  const paths = await articles()
  const lists = Array.from({ length: 259 }, (_, n) => paths[n] ?? `/en/search?q=harbour&page=${n}`).slice(
    0,
    259,
  )
  const answers = await Promise.all(lists.map(path => get(path)))
  /* A slow machine draws fewer in the ten seconds for which a page waits; none is refused for any other reason. */
  for (const answer of answers) expect([200, 429, 503]).toContain(answer.status)
  expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(0)
})
