import type { IncomingMessage, ServerResponse } from 'node:http'
import zlib from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answer } from '#request/answer.ts'
import { startTestEdge, type TestEdge, VERIFIED } from './edge.testing.ts'
import { scriptHash } from './rendering/plain-html.ts'

const THEME = 'document.documentElement.dataset.theme="dark"'
const seen: { url: string; headers: IncomingMessage['headers'] }[] = []

/* Stands in for the framework: the address decides what the page says. */
async function framework(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '', 'http://x')
  seen.push({ url: request.url ?? '', headers: request.headers })
  const page = (text: string) =>
    `<!DOCTYPE html><html lang="ar"><head><script data-theme-script="">${THEME}</script><script src="/_next/a.js"></script></head><body>${text}</body></html>`
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  if (url.pathname.includes('/oops/')) response.end(page(`oops ${url.pathname}`))
  else if (url.pathname.endsWith('/throws')) throw new Error('boom')
  else if (url.pathname.endsWith('/shell')) response.end('<!DOCTYPE html><html id="__next_error__"></html>')
  else if (url.pathname.endsWith('/failing')) response.writeHead(500).end(page('stack trace'))
  else if (url.pathname.endsWith('/withdrawn')) {
    answer({ status: 410 })
    response.end(page('withdrawn'))
  } else if (url.pathname.endsWith('/moved')) {
    answer({ status: 308, location: '/ar/new' })
    response.end(page('moved'))
  } else if (url.pathname.endsWith('/embed')) {
    answer({ frames: ['https://post.example'] })
    response.end(page('embed'))
  } else if (url.pathname.endsWith('/article')) {
    answer({ read: 7 })
    response.end(page('article'))
  } else if (url.pathname.endsWith('/withdrawn-article')) {
    answer({ read: 7, status: 410 })
    response.end(page('withdrawn'))
  } else if (url.pathname.endsWith('/unknown')) response.writeHead(404).end(page('the framework says 404'))
  else if (url.pathname.endsWith('/feed.xml')) {
    response
      .writeHead(200, { 'Content-Type': 'application/rss+xml', 'Cache-Control': 'max-age=60', Link: HUB })
      .end('<rss/>')
  } else if (url.pathname.endsWith('.png')) {
    answer({ tags: ['story:7'] })
    response.writeHead(200, { 'Content-Type': 'image/png' }).end(Buffer.from([0x89, 0x50, 0xff, 0x00]))
  } else {
    response.write(page('first '.repeat(200)))
    response.end()
  }
}

let edge: TestEdge
const get: TestEdge['get'] = (...asked) => edge.get(...asked)

beforeAll(async () => {
  edge = await startTestEdge(framework)
})

afterAll(() => edge.close())

const HUB = '<https://hub.example.org/>; rel="hub", <https://news.example.org/ar/feed.xml>; rel="self"'

describe('the edge', () => {
  it('sends a plain page with a strict, cacheable policy', async () => {
    const { status, headers, body } = await get('/ar')
    expect(status).toBe(200)
    expect(body.toString()).not.toContain('/_next/a.js')
    expect(body.toString()).toContain(`<script data-theme-script="">${THEME}</script>`)
    expect(headers['content-security-policy']).toContain(`script-src 'self' '${scriptHash(THEME)}';`)
    expect(headers['content-security-policy']).not.toContain('unsafe')
    expect(headers['strict-transport-security']).toBeDefined()
    expect(headers['cache-control']).toBe('public, max-age=0, s-maxage=1, stale-if-error=300')
    expect(headers['set-cookie']).toBeUndefined()
    expect(headers['content-length']).toBe(String(body.length))
  })

  it('frames another site on the page that asks for it, and on no other', async () => {
    const policyOf = async (target: string) => {
      const { headers } = await edge.get(target)
      return String(headers['content-security-policy'])
    }
    const usual = await policyOf('/ar/section/1/article')
    expect(usual).not.toContain('post.example')
    /* Rendered, and then from the cache. */
    for (const _ of [1, 2]) {
      const own = await policyOf('/ar/section/1/embed')
      expect(own.replace(' https://post.example', '')).toBe(usual)
      expect(own).toMatch(/frame-src [^;]* https:\/\/post\.example;/)
    }
  })

  it('compresses, tags and confirms', async () => {
    const plain = await get('/ar')
    const packed = await get('/ar', { 'Accept-Encoding': 'gzip, br' })
    expect(packed.headers['content-encoding']).toBe('br')
    expect(zlib.brotliDecompressSync(packed.body)).toEqual(plain.body)
    expect(packed.headers.vary).toBe('Accept-Encoding')
    expect(packed.headers.etag).not.toBe(plain.headers.etag)
    const again = await get('/ar', { 'Accept-Encoding': 'br', 'If-None-Match': packed.headers.etag })
    expect(again).toMatchObject({ status: 304, body: Buffer.alloc(0) })
    const head = await get('/ar', {}, 'HEAD')
    expect(head).toMatchObject({ status: 200, body: Buffer.alloc(0) })
    expect(head.headers['content-length']).toBe(plain.headers['content-length'])
  })

  it('lets nothing of the reader through to the page', async () => {
    seen.length = 0
    await get('/ar/sport?page=2&q=%zz', {
      Host: 'evil.example',
      Cookie: 'a=b',
      RSC: '1',
      'Next-Router-State-Tree': 'x',
      'X-Middleware-Subrequest': 'y',
      'X-Forwarded-Host': 'evil.example',
      'Accept-Language': 'en',
    })
    expect(seen).toHaveLength(1)
    expect(seen[0]?.url).toBe('/ar/sport?page=2')
    expect(JSON.stringify(seen[0]?.headers)).not.toMatch(/evil|cookie|rsc|next-|middleware|language/i)
    expect(seen[0]?.headers.host).toBe('news.example.org')
  })

  it('chooses a language at the door', async () => {
    expect(await get('/')).toMatchObject({ status: 307, headers: { location: '/ar' } })
    const english = await get('/', { 'Accept-Language': 'en-GB' })
    expect(english).toMatchObject({
      status: 307,
      headers: { location: '/en', vary: 'Accept-Language, Cookie' },
    })
  })

  it.each([
    ['/ar/', '/ar'],
    ['//evil.example/%2e', null],
    ['//evil.example/', '/evil.example'],
    ['/EN/Sport?page=2', '/en/Sport?page=2'],
  ])('%s goes to its one spelling', async (target, location) => {
    const { status, headers } = await get(target)
    expect([status, headers.location]).toEqual(location === null ? [400, undefined] : [308, location])
  })

  it.each(['/%E0%A4%A', '/ar/%00', '/ar/../../etc/passwd'])(
    '%s is refused in both languages',
    async target => {
      const { status, body, headers } = await get(target)
      expect(status).toBe(400)
      expect(body.toString()).toMatch(/<section lang="ar" dir="rtl">[\s\S]*<section lang="en" dir="ltr">/)
      expect(headers['content-security-policy']).toBeDefined()
    },
  )

  it('refuses what is too long and what is not reading', async () => {
    expect((await get(`/ar?${'a'.repeat(9000)}`)).status).toBe(414)
    const posted = await get('/ar', {}, 'POST')
    expect(posted).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } })
  })

  it('gives a page the status it says', async () => {
    expect((await get('/ar/withdrawn')).status).toBe(410)
    const moved = await get('/ar/moved')
    expect(moved).toMatchObject({ status: 308, headers: { location: '/ar/new' }, body: Buffer.alloc(0) })
  })

  it.each(['/en/throws', '/en/shell', '/en/failing'])('%s gets the page of faults', async target => {
    const { status, body, headers } = await get(target)
    expect(status).toBe(500)
    expect(body.toString()).toContain('oops /en/oops/500')
    expect(headers['cache-control']).toBe('no-store')
  })

  it.each([
    ['/en/unknown', 'oops /en/oops/404'],
    ['/fr/x', 'oops /ar/oops/404'],
    ['/wp-login.php', 'oops /ar/oops/404'],
    ['/ar/oops/500', 'oops /ar/oops/404'],
    ['/a/12', 'oops /ar/oops/404'],
    ['/a/zwölf', 'oops /ar/oops/404'],
  ])('%s is missing, in the best language', async (target, text) => {
    const { status, body } = await get(encodeURI(target))
    expect(status).toBe(404)
    expect(body.toString()).toContain(text)
  })

  it('passes on what is made for machines', async () => {
    expect((await get('/robots.txt')).status).toBe(200)
    const feed = await get('/ar/feed.xml')
    expect(feed.body.toString()).toBe('<rss/>')
    expect(feed.headers).toMatchObject({
      'content-type': 'application/rss+xml',
      'cache-control': 'max-age=60',
      link: HUB,
    })
    /* The stored answer has it too. */
    expect((await get('/ar/feed.xml')).headers.link).toBe(HUB)
  })

  it('proves to search engines that it is us who tell them of changes', async () => {
    const key = await get('/a-key-for-engines.txt')
    expect([key.status, key.body.toString()]).toEqual([200, 'a-key-for-engines'])
    expect(key.headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'x-content-type-options': 'nosniff',
    })
    expect((await get('/a-key-for-engines.txt', {}, 'HEAD')).body).toHaveLength(0)
    expect((await get('/another-key-for-engines.txt')).status).toBe(404)
    expect((await get('/ar/a-key-for-engines.txt')).body.toString()).not.toBe('a-key-for-engines')
  })

  it('lets a document that is no page show what is ours, and run nothing', async () => {
    const { headers } = await get('/ar/feed.xml')
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; style-src 'self'; img-src 'self'/,
    )
    expect(headers['content-security-policy']).not.toContain('script-src')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['speculation-rules']).toBeUndefined()
  })

  it('makes a picture once, whatever stands behind its address, and keeps it as it is', async () => {
    seen.length = 0
    const picture = await get('/ar/share/7.png', { 'Accept-Encoding': 'br' })
    expect(picture.headers).toMatchObject({
      'content-type': 'image/png',
      'cache-control': 'public, max-age=0, s-maxage=1, stale-if-error=300',
      'cache-tag': 'story:7',
    })
    expect(picture.headers['content-encoding']).toBeUndefined()
    expect([...picture.body]).toEqual([0x89, 0x50, 0xff, 0x00])
    const again = await get('/ar/share/7.png?page=2&v=3', { 'If-None-Match': picture.headers.etag })
    expect(again.status).toBe(304)
    expect(seen.map(({ url }) => url)).toEqual(['/ar/share/7.png'])
  })

  it('serves the files it knows, for ever when their name carries a hash', async () => {
    const font = await get('/fonts/naskh.0a1b2c3d.woff2')
    expect(font.headers).toMatchObject({
      'content-type': 'font/woff2',
      'cache-control': 'public, max-age=31536000, immutable',
    })
    const part = await get('/fonts/naskh.0a1b2c3d.woff2', { Range: 'bytes=1-2' })
    expect(part).toMatchObject({ status: 206, headers: { 'content-range': 'bytes 1-2/4' } })
    expect(part.body.toString()).toBe('on')
    const words = await get('/words.txt', { 'Accept-Encoding': 'br' })
    expect(words.headers).toMatchObject({ 'content-encoding': 'br', 'cache-control': 'public, max-age=3600' })
    for (const missing of [
      '/fonts/none.woff2',
      '/_next/static/none.js',
      '/media/press.db',
      '/media/0123456789abcdef0123-320.avif',
    ])
      expect(await get(missing)).toMatchObject({ status: 404, body: Buffer.alloc(0) })
  })

  it('says that it is well', async () => {
    expect(await get('/healthz')).toMatchObject({ status: 200, headers: { 'cache-control': 'no-store' } })
  })

  const browser = { 'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' }

  it('counts a read by its request, rendered, kept or confirmed, or asks the page for a beacon', async () => {
    edge.reads.length = 0
    const rendered = await get('/ar/article', browser)
    const kept = await get('/ar/article', browser)
    const confirmed = await get('/ar/article', { ...browser, 'If-None-Match': rendered.headers.etag })
    expect([rendered, kept, confirmed].map(reply => reply.status)).toEqual([200, 200, 304])
    for (const { headers } of [rendered, kept, confirmed])
      expect(headers['server-timing']).toBe('read;desc="counted"')
    expect(edge.reads).toEqual([7, 7, 7])
    const proxied = await get('/ar/article', { ...browser, Via: '1.1 cache' })
    expect(proxied.headers['server-timing']).toBe('read;desc="beacon"')
    expect(edge.reads).toHaveLength(3)
    const beacon = await get('/read/7', { ...browser, 'Content-Length': 0 }, 'POST')
    expect(beacon).toMatchObject({ status: 204, headers: { connection: 'keep-alive' } })
    expect(edge.reads).toHaveLength(4)
  })

  it('counts nothing else', async () => {
    edge.reads.length = 0
    for (const target of ['/ar', '/ar/withdrawn-article'])
      expect((await get(target, browser)).headers['server-timing']).toBeUndefined()
    await get('/ar/article')
    await get('/ar/article', browser, 'HEAD')
    await get('/ar/article', { ...browser, Cookie: VERIFIED })
    expect((await get('/read/7', browser)).status).toBe(404)
    expect(edge.reads).toEqual([])
  })
})
