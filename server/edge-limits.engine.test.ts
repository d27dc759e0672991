import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startTestEdge, type TestEdge } from './edge.testing.ts'

let edge: TestEdge

async function framework(request: IncomingMessage, response: ServerResponse): Promise<void> {
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  const { url, headers, method } = request
  if (method === 'POST' && url === '/ar/newsroom/refuse') return void response.writeHead(401).end('refused')
  if (method === 'POST') return void response.end(`saved ${await text(request)}.`)
  if (url === '/ar/huge') return void response.end('x'.repeat(32 * 1024 * 1024))
  response.end(
    `<!DOCTYPE html><html lang="ar"><body>${url} ${headers['content-security-policy']}</body></html>`,
  )
}

beforeAll(async () => {
  edge = await startTestEdge(framework, { hasNewsroom: true })
})
afterAll(() => edge.close())

describe('the edge under strange requests', () => {
  it('refuses headers that are too large', async () => {
    const reply = await edge.raw(`GET /ar HTTP/1.1\r\nHost: x\r\nX-Big: ${'x'.repeat(17_000)}\r\n\r\n`)
    expect(reply).toMatch(/^HTTP\/1\.1 431 /)
  })

  it('cuts off whoever takes too long to say what they want', async () => {
    expect(await edge.raw('GET /ar HTTP/1.1\r\nHost: x\r\n')).toMatch(/^HTTP\/1\.1 408 /)
  })

  it('cuts off whoever takes nothing of an answer any more, and nobody who waits for one', async () => {
    const waiting = connect(edge.port, '127.0.0.1')
    const answerTo = (request: string) => {
      waiting.write(request)
      return once(waiting, 'data').then(String)
    }
    expect(await answerTo('GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n')).toMatch(/^HTTP\/1\.1 200 /)
    const stalling = connect(edge.port, '127.0.0.1')
    stalling.pause()
    stalling.write('GET /ar/huge HTTP/1.1\r\nHost: x\r\n\r\n')
    await vi.waitFor(async () => expect(await edge.connections()).toBe(2))
    await vi.waitFor(async () => expect(await edge.connections()).toBe(1), 5000)
    const lastRequest = 'GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'
    expect(await answerTo(lastRequest)).toMatch(/^HTTP\/1\.1 200 /)
    stalling.destroy()
  })

  it.each([
    'NONSENSE\r\n\r\n',
    'GET /ar HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
  ])('answers %j with 400 and closes', async bytes => {
    expect(await edge.raw(bytes)).toMatch(/^HTTP\/1\.1 400 /)
  })

  it('does not wait for what somebody wants to send', async () => {
    const announced = 'Host: x\r\nContent-Length: 1000000000\r\n\r\n'
    for (const line of ['GET /ar/x/1/y HTTP/1.1', 'POST /ar HTTP/1.1']) {
      const reply = await edge.raw(`${line}\r\n${announced}`)
      expect(reply).toMatch(/^HTTP\/1\.1 (200|405) /)
      expect(reply).toContain('Connection: close')
    }
  })

  it('takes a foreign Host for nothing', async () => {
    for (const host of ['evil.example', 'news.example.org:1', '']) {
      const reply = await edge.get('/', { Host: host })
      expect(reply).toMatchObject({ status: 307, headers: { location: '/ar' } })
    }
  })
})

describe('what machines ask', () => {
  it('is answered without a page', async () => {
    expect(await edge.get('/healthz')).toMatchObject({
      status: 200,
      headers: { 'cache-control': 'no-store' },
    })
    expect(await edge.get('/readyz')).toMatchObject({ status: 200, body: Buffer.from('ready\n') })
  })

  it('gives numbers to whoever has the token, and to nobody else', async () => {
    await edge.get('/ar')
    await edge.get('/ar')
    expect((await edge.get('/metrics')).status).toBe(404)
    expect((await edge.get('/metrics', { Authorization: 'Bearer wrong' })).status).toBe(404)
    const reply = await edge.get('/metrics', { Authorization: `Bearer ${'x'.repeat(16)}` })
    expect(reply.status).toBe(200)
    expect(reply.body.toString()).toMatch(/^arab_press_page_answers_total\{outcome="hit"\} [1-9]/m)
  })
})

describe('the newsroom behind the edge', () => {
  it('is nobody else’s: untouched, with a policy and a nonce of its own', async () => {
    const one = await edge.get('/ar/newsroom/stories')
    const other = await edge.get('/ar/newsroom/stories')
    expect(one.headers['cache-control']).toBe('private, no-store')
    expect(one.headers['cache-status']).toBeUndefined()
    const policy = String(one.headers['content-security-policy'])
    expect(policy).toMatch(/script-src 'nonce-[^']+' 'strict-dynamic'/)
    expect(policy).not.toContain('unsafe')
    expect(one.body.toString()).toContain(policy)
    expect(other.headers['content-security-policy']).not.toBe(policy)
  })

  const post = (path: string, headers: string, body: string) =>
    `POST ${path} HTTP/1.1\r\nHost: x\r\n${headers}\r\n\r\n${body}`
  const sized = (path: string, body: string, more = '') =>
    post(path, `${more}Content-Length: ${Buffer.byteLength(body)}`, body)
  const chunked = (path: string, body: string) =>
    post(path, 'Transfer-Encoding: chunked', `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`)
  const lastLine = 'Connection: close\r\n'
  const statusesIn = (reply: string) =>
    [...reply.matchAll(/^HTTP\/1\.1 (\d+) /gm)].map(([, status]) => status)

  it('keeps its connection when a request brings something', async () => {
    const path = '/ar/newsroom/save'
    const reply = await edge.raw(
      sized(path, 'one') + chunked(path, 'two') + sized(path, 'three') + sized(path, 'last', lastLine),
    )
    expect(reply.match(/saved \w+(?=\.)/g)).toEqual(['saved one', 'saved two', 'saved three', 'saved last'])
    expect(reply.match(/Connection: keep-alive/g)).toHaveLength(3)
  })

  it.each([
    ['sized', sized],
    ['chunked', chunked],
  ])('keeps it when the newsroom answers before it has read a body: %s', async (_, send) => {
    const large = 'x'.repeat(500_000)
    const reply = await edge.raw(
      send('/ar/newsroom/refuse', large) + sized('/ar/newsroom/save', 'next', lastLine),
    )
    expect(statusesIn(reply)).toEqual(['401', '200'])
    expect(reply).toContain('saved next')
  })

  it('keeps none that brings something to a page of readers', async () => {
    for (const send of [sized, chunked]) {
      const reply = await edge.raw(send('/ar', 'something') + sized('/ar/newsroom/save', 'next'))
      expect(statusesIn(reply)).toEqual(['405'])
      expect(reply).toContain('Connection: close')
    }
  })
})
