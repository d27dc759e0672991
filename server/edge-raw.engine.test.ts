import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startTestEdge, type TestEdge } from './edge.testing.ts'

const seen: string[] = []

async function framework({ url = '' }: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!url.includes('/oops/')) seen.push(url)
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  response.end(`<!DOCTYPE html><html lang="ar"><body>${url}</body></html>`)
}

let edge: TestEdge

beforeAll(async () => {
  edge = await startTestEdge(framework)
})
afterAll(() => edge.close())
beforeEach(() => {
  seen.length = 0
})

/* Letters of a text as UTF-8; letters of a Latin-1 text are sent by `latin`. */
const raw = (line: string, headers = 'Host: x\r\nConnection: close\r\n') =>
  edge.raw(Buffer.from(`${line}\r\n${headers}\r\n`))
const latin = (line: string, headers = 'Host: x\r\nConnection: close\r\n') =>
  edge.raw(Buffer.from(`${line}\r\n${headers}\r\n`, 'latin1'))
const statusOf = (reply: string) => Number(/^HTTP\/1\.1 (\d+) /.exec(reply)?.[1])
const locationOf = (reply: string) => /^Location: (.*)\r$/m.exec(reply)?.[1]
const hasWords = (reply: string) =>
  /<section lang="ar" dir="rtl">[\s\S]*<section lang="en" dir="ltr">/.test(reply)

describe('letters that nobody percent-encoded', () => {
  it.each([
    ['/ar/search?q=سياسة', '/ar/search?q=%D8%B3%D9%8A%D8%A7%D8%B3%D8%A9'],
    ['/ar/سياسة', '/ar/%D8%B3%D9%8A%D8%A7%D8%B3%D8%A9'],
    [
      '/ar/search?q=a+b&section=سياسة&q=100%',
      '/ar/search?q=a+b&section=%D8%B3%D9%8A%D8%A7%D8%B3%D8%A9&q=100%',
    ],
    ['//ar//سياسة/', '/ar/%D8%B3%D9%8A%D8%A7%D8%B3%D8%A9'],
    ['//evil.example/é', '/evil.example/%C3%A9'],
    ['http://evil.example/ar/é?q=é', '/ar/%C3%A9?q=%C3%A9'],
    ['/ar/search?q=😀', '/ar/search?q=%F0%9F%98%80'],
    ['/ar/é#ç', '/ar/%C3%A9'],
  ])('%s is led to its percent form', async (target, location) => {
    for (const method of ['GET', 'HEAD']) {
      const reply = await raw(`${method} ${target} HTTP/1.1`)
      expect([statusOf(reply), locationOf(reply)]).toEqual([308, location])
    }
    expect(seen).toEqual([])
  })

  it.each(['/ar/\xff\xfe', '/ar/search?q=\xe9', '/ar/\xd8', '/ar/\xed\xa0\x80', '/ar/\xc3\xa9?q=\xff'])(
    'answers %j, which is not UTF-8, with 400 and words',
    async target => {
      const reply = await latin(`GET ${target} HTTP/1.1`)
      expect(statusOf(reply)).toBe(400)
      expect(hasWords(reply)).toBe(true)
    },
  )

  it('does so in the language that the client prefers', async () => {
    const reply = await latin('GET /ar/\xff HTTP/1.1', 'Host: x\r\nAccept-Language: en\r\n')
    expect(reply).toMatch(/<html lang="en"/)
  })

  it('follows the address of a later request on the same connection', async () => {
    const reply = await edge.raw(
      Buffer.from('GET /healthz HTTP/1.1\r\nHost: x\r\n\r\nGET /ar/é HTTP/1.1\r\nHost: x\r\n\r\n'),
    )
    expect(reply).toContain('Location: /ar/%C3%A9')
  })

  it('refuses other methods, and what lies beside the address, with words', async () => {
    for (const line of ['POST /ar/é HTTP/1.1', 'GET /ar/é HTTP/9.9', 'GÉT /ar HTTP/1.1', 'GET é HTTP/1.1']) {
      const reply = await raw(line)
      expect([line, statusOf(reply), hasWords(reply)]).toEqual([line, 400, true])
    }
  })

  it.each([
    'Host',
    'User-Agent',
    'Referer',
    'Cookie',
    'Accept-Language',
    'Accept-Encoding',
    'Authorization',
    'X-Forwarded-For',
    'If-None-Match',
  ])('does no harm in %s', async name => {
    for (const bytes of ['عرب', '\xff\xfe']) {
      const send = bytes === 'عرب' ? raw : latin
      const host = name === 'Host' ? '' : 'Host: x\r\n'
      const reply = await send('GET /ar HTTP/1.1', `${host}${name}: ${bytes}\r\nConnection: close\r\n`)
      expect(statusOf(reply)).toBe(200)
    }
  })
})

describe('a request that HTTP does not allow', () => {
  it.each([
    ['GET /ar HTTP/1.1', 'Host: x\r\nHost: x\r\n'],
    ['GET /ar HTTP/1.1', 'Host: x\r\nhOST: y\r\n'],
    ['GET /ar HTTP/1.1', 'Accept: */*\r\n'],
    ['GET /ar HTTP/1.1', ''],
    ['GET ar HTTP/1.1', 'Host: x\r\n'],
    ['GET * HTTP/1.1', 'Host: x\r\n'],
    ['GET ftp://x/ar HTTP/1.1', 'Host: x\r\n'],
    ['GET http:///ar HTTP/1.1', 'Host: x\r\n'],
    ['GET /ar/%ff HTTP/1.1', 'Host: x\r\n'],
    ['GET /ar/%00 HTTP/1.1', 'Host: x\r\n'],
    ['GET /ar/../x HTTP/1.1', 'Host: x\r\n'],
    ['NONSENSE', ''],
    ['GET /ar HTTP/1.1', 'Host: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n'],
    ['GET /ar HTTP/1.1', 'Host: x\r\nBad Name: y\r\n'],
    ['GET /ar HTTP/1.1', 'Host: x\r\n folded\r\n: \r\n'],
  ])('%s with %j gets 400 with words, and its connection ends', async (line, headers) => {
    const reply = await raw(line, `${headers}Connection: close\r\n`)
    expect(statusOf(reply)).toBe(400)
    expect(hasWords(reply)).toBe(true)
    expect(seen).toEqual([])
  })

  it('ends the connection after two hosts', async () => {
    const reply = await raw('GET /ar HTTP/1.1', 'Host: x\r\nHost: y\r\n')
    expect(reply).toMatch(/Connection: close/i)
  })

  it('says nothing below the head when only that was asked for', async () => {
    const reply = await raw('HEAD /ar HTTP/1.1', 'Host: x\r\nHost: x\r\n')
    expect([statusOf(reply), hasWords(reply)]).toEqual([400, false])
  })
})

describe('a target in another form', () => {
  it.each(['http://news.example.org', 'https://other.example:8443', 'HTTP://user@x'])(
    'is taken with %s before it, whose host is ignored',
    async origin => {
      const reply = await raw(`GET ${origin}/ar/x/1/y?page=7 HTTP/1.1`)
      expect(statusOf(reply)).toBe(200)
      expect(locationOf(await raw(`GET ${origin} HTTP/1.1`))).toBe('/ar')
      expect(locationOf(await raw(`GET ${origin}/ HTTP/1.1`))).toBe('/ar')
      expect(locationOf(await raw(`GET ${origin}/ar/ HTTP/1.1`))).toBe('/ar')
      expect(statusOf(await raw(`GET ${origin}/healthz HTTP/1.1`))).toBe(200)
    },
  )

  it('is the same page, from the cache', async () => {
    await raw('GET /ar/form HTTP/1.1')
    const reply = await raw('GET http://x/ar/form HTTP/1.1')
    expect(reply).toContain('Cache-Status: arab-press; hit')
    expect(seen).toEqual(['/ar/form'])
  })

  it('takes HTTP/1.0 without a host', async () => {
    expect(statusOf(await raw('GET /ar HTTP/1.0', ''))).toBe(200)
  })

  it('answers OPTIONS for the whole server', async () => {
    const reply = await raw('OPTIONS * HTTP/1.1')
    expect(statusOf(reply)).toBe(204)
    expect(reply).toMatch(/^Allow: GET, HEAD\r$/m)
    expect(statusOf(await raw('OPTIONS /ar HTTP/1.1'))).toBe(405)
  })
})
