import type { IncomingMessage, ServerResponse } from 'node:http'
import zlib from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { nameChange } from '#db/queries/changes.ts'
import { write } from '#db/write.ts'
import { answer } from '#request/answer.ts'
import { startTestEdge, type TestEdge, VERIFIED } from './edge.testing.ts'

const seen: string[] = []
let text = 'first'
let isBroken = false
let hold: Promise<void> = Promise.resolve()

/* Stands in for the framework: pages about story 7, beside which story 8 is listed. */
async function framework(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = request.url ?? ''
  if (!url.includes('/oops/')) seen.push(url)
  const shown = text
  await hold
  if (isBroken && !url.includes('/oops/')) throw new Error('boom')
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  if (url.endsWith('/7/moved')) answer({ status: 308, location: '/ar/x/7/right', tags: ['story:7'] })
  if (url.includes('/nothing')) answer({ status: 404 })
  if (url.includes('/awaited') && shown === 'first') {
    answer({ tags: ['archive:ar:2026-12'] })
    return void response.writeHead(404).end()
  }
  if (url.includes('/brief')) answer({ until: new Date(Date.now() + 300) })
  answer({ tags: ['story:7', 'frame:ar'], beside: ['latest:ar'], shows: [{ storyId: 7 }, { storyId: 8 }] })
  response.end(`<!DOCTYPE html><html lang="ar"><body>${url} ${shown} ${'word '.repeat(300)}</body></html>`)
}

let edge: TestEdge
const get: TestEdge['get'] = (...asked) => edge.get(...asked)
const change = (...tags: string[]) => write(tx => nameChange(tx, new Date(), tags))
const nextPath = (() => {
  let number = 0
  return (name = 'page') => `/ar/x/${++number}/${name}`
})()

beforeAll(async () => {
  edge = await startTestEdge(framework, { maxWaitMs: 1000 })
})
afterAll(() => edge.close())
beforeEach(() => {
  seen.length = 0
  text = 'first'
  isBroken = false
  hold = Promise.resolve()
})

describe('the cache of the edge', () => {
  it('renders a page once and says so', async () => {
    const path = nextPath()
    const first = await get(path)
    const second = await get(path)
    expect(first.headers['cache-status']).toBe('arab-press; fwd=uri-miss; stored')
    expect(second.headers).toMatchObject({
      'cache-status': 'arab-press; hit',
      age: '0',
      'cache-tag': 'story:7,frame:ar',
      'surrogate-key': 'story:7 frame:ar',
    })
    expect(second.body).toEqual(first.body)
    expect(seen).toEqual([path])
    expect(second.headers['x-request-id']).not.toBe(first.headers['x-request-id'])
  })

  it('answers in every coding, with a tag for each, and confirms each', async () => {
    const path = nextPath()
    const plain = await get(path)
    for (const coding of ['br', 'gzip']) {
      const packed = await get(path, { 'Accept-Encoding': coding })
      expect(packed.headers['content-encoding']).toBe(coding)
      const unpacked = coding === 'br' ? zlib.brotliDecompressSync(packed.body) : zlib.gunzipSync(packed.body)
      expect(unpacked).toEqual(plain.body)
      expect(packed.headers.etag).not.toBe(plain.headers.etag)
      const again = { 'Accept-Encoding': coding, 'If-None-Match': packed.headers.etag }
      expect(await get(path, again)).toMatchObject({ status: 304, body: Buffer.alloc(0) })
    }
    const since = { 'If-Modified-Since': plain.headers['last-modified'] }
    expect((await get(path, since)).status).toBe(304)
    expect((await get(path, { ...since, 'If-None-Match': '"another"' })).status).toBe(200)
    const head = await get(path, { 'Accept-Encoding': 'br' }, 'HEAD')
    expect(head).toMatchObject({ status: 200, body: Buffer.alloc(0), headers: { 'content-encoding': 'br' } })
  })

  it('refuses what it cannot render in time, and gives an old page rather than none', async () => {
    const known = nextPath('known')
    await get(known)
    let letGo = () => {}
    hold = new Promise(resolve => {
      letGo = resolve
    })
    const held = Array.from({ length: 4 }, () => get(nextPath()))
    await vi.waitFor(() => expect(seen).toHaveLength(5))
    const refused = await get(nextPath())
    expect(refused.status).toBe(503)
    expect(refused.headers['retry-after']).toBe('5')
    expect(refused.headers['cache-control']).toBe('no-store')
    await change('story:7')
    const spared = await get(known)
    expect(spared).toMatchObject({
      status: 200,
      headers: { 'cache-status': 'arab-press; hit; detail=spared' },
    })
    letGo()
    expect((await Promise.all(held)).map(({ status }) => status)).toEqual(Array(4).fill(200))
  })

  it('renders once for everybody who asks meanwhile', async () => {
    let letGo = () => {}
    hold = new Promise(resolve => {
      letGo = resolve
    })
    const path = nextPath()
    const asked = Array.from({ length: 20 }, () => get(path))
    await expect.poll(() => seen.length).toBe(1)
    letGo()
    const replies = await Promise.all(asked)
    expect(new Set(replies.map(reply => reply.status))).toEqual(new Set([200]))
    expect(seen).toHaveLength(1)
  })

  it('never answers with a page whose own text has changed', async () => {
    const path = nextPath()
    await get(path)
    text = 'second'
    await change('story:7')
    const reply = await get(path)
    expect(reply.body.toString()).toContain('second')
    expect(reply.headers['cache-status']).toBe('arab-press; fwd=stale; stored')
  })

  it('does not hand what was begun before a change to those who came after it', async () => {
    let letGo = () => {}
    hold = new Promise(resolve => {
      letGo = resolve
    })
    const path = nextPath()
    const early = get(path)
    await expect.poll(() => seen.length).toBe(1)
    text = 'second'
    await change('story:7')
    const late = get(path)
    letGo()
    expect((await early).body.toString()).toContain('first')
    expect((await late).body.toString()).toContain('second')
  })

  it('serves a page whose neighbours changed while it renders another', async () => {
    const path = nextPath()
    await get(path)
    text = 'second'
    await change('latest:ar')
    const lingering = await get(path)
    expect(lingering.headers['cache-status']).toBe('arab-press; hit; detail=lingering')
    expect(lingering.body.toString()).toContain('first')
    await expect.poll(async () => (await get(path)).body.toString()).toContain('second')
  })

  it('finds what was missing once a change names what it waits for', async () => {
    const path = nextPath('awaited')
    expect((await get(path)).status).toBe(404)
    text = 'second'
    expect((await get(path)).status).toBe(404)
    await change('archive:ar:2026-12')
    expect((await get(path)).status).toBe(200)
  })

  it('lets an unconcerned page be', async () => {
    const path = nextPath()
    await get(path)
    await change('story:9', 'latest:en')
    expect((await get(path)).headers['cache-status']).toBe('arab-press; hit')
  })

  it('renders anew when the time of a page is over', async () => {
    const path = nextPath('brief')
    await get(path)
    text = 'second'
    await expect.poll(async () => (await get(path)).body.toString()).toContain('second')
  })

  it('lets an old page stand in for one that cannot be rendered', async () => {
    const path = nextPath()
    await get(path)
    isBroken = true
    await change('story:7')
    const spared = await get(path)
    expect(spared).toMatchObject({
      status: 200,
      headers: { 'cache-status': 'arab-press; hit; detail=spared' },
    })
    expect((await get(nextPath())).status).toBe(500)
  })

  it('but never one that shows what was withdrawn', async () => {
    const path = nextPath()
    await get(path)
    isBroken = true
    await change('withdrawn:8')
    expect((await get(path)).status).toBe(500)
    isBroken = false
    text = 'without it'
    expect((await get(path)).body.toString()).toContain('without it')
  })

  it('keeps redirects and missing pages, until a change concerns them', async () => {
    await get('/ar/x/7/moved')
    const moved = await get('/ar/x/7/moved')
    expect(moved).toMatchObject({
      status: 308,
      headers: { location: '/ar/x/7/right', 'cache-status': 'arab-press; hit' },
    })
    const path = nextPath('nothing')
    await get(path)
    expect(await get(path)).toMatchObject({ status: 404, headers: { 'cache-status': 'arab-press; hit' } })
    expect(seen).toHaveLength(2)
    await change('frame:ar')
    await get(path)
    expect(seen).toHaveLength(3)
  })
})

describe('what nobody can make of the cache', () => {
  it('many pages of one, by parameters that it does not read', async () => {
    const path = nextPath()
    await Promise.all(Array.from({ length: 50 }, (_, n) => get(`${path}?x=${n}&utm_source=${n}`)))
    await Promise.all(
      ['/ar/list', '/ar/list?page=1', '/ar/list?page=1&x=2', '/ar/list?&&'].map(target => get(target)),
    )
    for (const page of ['0', 'x', '2&page=3', '-1', '2147483648', '%00']) await get(`/ar/list?page=${page}`)
    expect(seen).toEqual([path, '/ar/list', '/ar/list?page=0'])
  })

  it.each([
    ['X-Forwarded-Host', 'evil.example'],
    ['X-Forwarded-Proto', 'http'],
    ['X-Forwarded-Prefix', '/evil'],
    ['X-Original-URL', '/evil'],
    ['X-Rewrite-URL', '/evil'],
    ['Host', 'evil.example'],
    ['X-Middleware-Subrequest', 'middleware'],
    ['X-Middleware-Rewrite', '/evil'],
    ['X-Nextjs-Data', '1'],
    ['RSC', '1'],
    ['Next-Router-Prefetch', '1'],
    ['Next-Router-State-Tree', '%5B%22evil%22%5D'],
    ['Next-Action', 'evil'],
    ['Accept', 'text/x-component'],
    ['Cookie', 'NEXT_LOCALE=evil; __prerender_bypass=evil'],
    ['Accept-Language', 'evil'],
    ['User-Agent', '<evil>'],
    ['Range', 'bytes=0-1'],
  ])('another page by the header %s', async (name, value) => {
    const path = nextPath()
    const poisoned = await get(path, { [name]: value })
    const clean = await get(path)
    expect(poisoned.status).toBe(200)
    expect(clean.body).toEqual(poisoned.body)
    expect(clean.body.toString()).not.toContain('evil')
    expect(JSON.stringify(clean.headers)).not.toContain('evil')
    expect(seen).toEqual([path])
  })

  it('another page by another spelling of its address', async () => {
    const path = nextPath()
    await get(path)
    for (const target of [
      `/${path}`,
      `${path}/`,
      path.replace('/x/', '//x/'),
      path.replace('/ar/', '/AR/'),
    ]) {
      expect(await get(target)).toMatchObject({ status: 308, headers: { location: path } })
    }
    expect((await get(path.replace('page', 'p%61ge'))).headers['cache-status']).toBe('arab-press; hit')
    /* An encoded slash is a letter of its segment, not a border. */
    await get(path.replace('/page', '%2Fpage'))
    expect(seen).toEqual([path, path.replace('/page', '%2Fpage')])
    for (const target of ['/ar/%E0%A4%A', '/ar/%00', '/ar/%2e%2e/x'])
      expect((await get(target)).status).toBe(400)
  })

  it('a place for what is one person’s own', async () => {
    const path = nextPath()
    const own = { Cookie: VERIFIED }
    const first = await get(path, own)
    expect(first.headers).toMatchObject({
      'cache-control': 'private, no-store',
      'cache-status': 'arab-press; fwd=bypass',
    })
    await get(path, own)
    await get(path)
    expect((await get(path)).headers['cache-status']).toBe('arab-press; hit')
    expect(seen).toHaveLength(3)
  })

  it.each([
    ['Authorization', ['Bearer x', 'Basic eDp5', 'Digest username="x"', 'x', '']],
    [
      'Cookie',
      ['press.session_token=x', 'press.session_token=', 'a=b; press.session_token=x.y', 'theme=dark', '='],
    ],
    ['Cache-Control', ['no-cache', 'no-store', 'max-age=0', 'only-if-cached']],
    ['Pragma', ['no-cache']],
    ['Range', ['bytes=0-1', 'bytes=-1', 'bytes=9999999-', 'pages=1']],
    ['If-None-Match', ['*', '"x"', 'W/"x", "y"', 'x']],
    ['If-Modified-Since', ['never', 'Thu, 01 Jan 1970 00:00:00 GMT']],
    ['If-Match', ['*', '"x"']],
    ['If-Range', ['"x"']],
    ['Accept-Language', ['xx', '*;q=0', 'constructor', '__proto__', 'en;q=zz,,;', 'a'.repeat(3000)]],
    ['Accept-Encoding', ['constructor', 'br;q=0, *;q=0', 'identity;q=0', '__proto__, gzip;q=9']],
    ['Accept', ['application/json', 'text/plain;q=0', 'image/*']],
    ['User-Agent', ['', 'Googlebot', 'constructor']],
    ['X-Forwarded-For', ['1.2.3.4', 'x, y']],
    ['Save-Data', ['on']],
    ['Vary', ['*']],
    ['Expect', ['100-continue']],
    ['RSC', ['1']],
    ['Next-Router-Prefetch', ['1']],
  ])('a drawing of one’s own by %s', async (name, values) => {
    const path = nextPath()
    await get(path)
    for (const value of values) {
      const { status, headers } = await get(path, { [name]: value })
      expect([200, 304]).toContain(status)
      expect(headers['cache-status']).toBe('arab-press; hit')
      expect(headers['cache-control']).toMatch(/^public/)
    }
    for (const query of [
      'utm_source=x',
      'fbclid=y',
      'page=1',
      'q=z',
      '__proto__=1',
      'constructor',
      '',
      '&&=',
      '%zz=%',
    ])
      expect((await get(`${path}?${query}`)).status).toBe(200)
    expect((await get(path, {}, 'HEAD')).status).toBe(200)
    expect(seen).toEqual([path])
  })

  it('a way in by another method', async () => {
    const path = nextPath()
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PURGE'])
      expect((await get(path, {}, method)).status).toBe(405)
    expect(seen).toEqual([])
  })
})

describe('a head that is kept', () => {
  const lines = (reply: string) => {
    const [head = ''] = reply.split('\r\n\r\n')
    return head
      .split('\r\n')
      .filter(line => !/^(x-request-id|cache-status|age|date)/i.test(line))
      .toSorted()
  }

  it('is the one that Node would write, and the connection goes on', async () => {
    const path = nextPath()
    await get(path)
    const ask = (version: string, more: string) =>
      `GET ${path} HTTP/${version}\r\nHost: x\r\nUser-Agent: Mozilla/5.0 Firefox/140.0\r\n${more}\r\n`
    const kept = await edge.raw(ask('1.1', '') + ask('1.1', '') + ask('1.1', 'Connection: close\r\n'))
    const replies = kept.split(/(?=HTTP\/1\.1 )/)
    expect(replies).toHaveLength(3)
    const [first = '', second = '', last = ''] = replies
    expect(first).toMatch(/\r\nDate: \w{3}, \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} GMT\r\n/)
    expect(first.split('\r\n\r\n')[1]).toBe(last.split('\r\n\r\n')[1])
    expect(lines(second)).toEqual(lines(first))
    /* Node writes the last one itself. */
    const closing = lines(first).map(line => line.replace('keep-alive', 'close'))
    expect(lines(last)).toEqual(closing.filter(line => !line.startsWith('Keep-Alive')))
    expect(await edge.raw(ask('1.0', ''))).toMatch(/^HTTP\/1\.1 200 OK\r\n/)
  })
})
