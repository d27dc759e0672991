import fs from 'node:fs'
import http, { type RequestListener } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { buffer, text } from 'node:stream/consumers'
import { afterEach, describe, expect, it } from 'vitest'
import { forwardTo } from './forward.ts'

let cleanUps: (() => void)[] = []
let failures: unknown[] = []
let settled: Promise<void> = Promise.resolve()

afterEach(() => {
  failures = []
  for (const cleanUp of cleanUps.splice(0)) cleanUp()
  cleanUps = []
})

/** A server that sends everything on to `behind`, and its address. */
async function inFrontOf(behind: RequestListener | null): Promise<string> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'forward-'))
  cleanUps.push(() => fs.rmSync(folder, { recursive: true }))
  const socketPath = path.join(folder, 'behind.sock')
  if (behind) {
    const server = http.createServer(behind)
    await new Promise<void>(resolve => server.listen(socketPath, resolve))
    cleanUps.push(
      () => server.closeAllConnections(),
      () => server.close(),
    )
  }
  const forward = forwardTo(socketPath)
  const front = http.createServer((request, response) => {
    response.setHeader('X-Frame-Options', 'DENY')
    settled = forward(request, response).catch(error => {
      failures.push(error)
      if (!response.headersSent) response.writeHead(502)
      response.end()
    })
  })
  await new Promise<void>(resolve => front.listen(0, '127.0.0.1', resolve))
  cleanUps.push(
    () => front.closeAllConnections(),
    () => front.close(),
  )
  return `http://127.0.0.1:${(front.address() as AddressInfo).port}`
}

describe('forwarding', () => {
  it('carries a request there and its answer back, headers and all', async () => {
    const origin = await inFrontOf(async (request, response) => {
      const body = await text(request)
      response.writeHead(201, { 'Set-Cookie': ['a=1', 'b=2'], 'X-Was': `${request.method} ${request.url}` })
      response.end(`${request.headers['x-given']}: ${body}`)
    })
    const answer = await fetch(`${origin}/ar/newsroom?x=%D8%B9`, {
      method: 'POST',
      headers: { 'X-Given': 'yes' },
      body: 'مسودة',
    })
    expect(answer.status).toBe(201)
    expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2'])
    expect(answer.headers.get('x-was')).toBe('POST /ar/newsroom?x=%D8%B9')
    expect(answer.headers.get('x-frame-options')).toBe('DENY')
    expect(await answer.text()).toBe('yes: مسودة')
  })

  it('passes the parts of an answer on as they come', async () => {
    let finish = () => {}
    const origin = await inFrontOf((_, response) => {
      response.write('first')
      finish = () => response.end(' second')
    })
    const answer = await fetch(origin)
    const parts = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
    expect((await parts?.read())?.value).toBe('first')
    finish()
    expect((await parts?.read())?.value).toBe(' second')
  })

  it('tells the other side when the reader has gone', async () => {
    let closed = () => {}
    const isClosed = new Promise<void>(resolve => {
      closed = resolve
    })
    const origin = await inFrontOf((_, response) => {
      response.once('close', closed)
      response.write('first')
    })
    const leaving = new AbortController()
    const answer = await fetch(origin, { signal: leaving.signal })
    expect(answer.status).toBe(200)
    leaving.abort()
    await isClosed
    await settled
    expect(failures).toEqual([])
  })

  it('fails when the other side breaks off', async () => {
    const origin = await inFrontOf((_, response) => {
      response.write('first', () => response.destroy())
    })
    const answer = await fetch(origin)
    await expect(answer.text()).rejects.toThrow()
    await settled
    expect(failures).toHaveLength(1)
  })

  it('keeps the connection between the two for the next request, in both directions', async () => {
    const sockets = new Set<Socket>()
    const origin = await inFrontOf(async (request, response) => {
      sockets.add(request.socket)
      response.end(`${(await buffer(request)).length}`)
    })
    for (const length of [3, 100_000, 0]) {
      const answer = await fetch(origin, { method: 'POST', body: 'x'.repeat(length) })
      expect(await answer.text()).toBe(`${length}`)
    }
    expect((await fetch(origin)).status).toBe(200)
    expect(sockets.size).toBe(1)
  })

  it.each([1000, 5_000_000])('survives an answer before a body of %d bytes was read', async length => {
    const origin = await inFrontOf((request, response) => {
      if (request.method === 'POST') response.writeHead(401).end('refused')
      else response.end('next')
    })
    const agent = new http.Agent({ keepAlive: true, maxSockets: 1 })
    cleanUps.push(() => agent.destroy())
    const ask = (method: string, body: string) =>
      new Promise<[string, number | undefined]>((resolve, reject) => {
        const asking = http.request(origin, { agent, method }, answer => {
          const { localPort } = asking.socket ?? {}
          text(answer).then(answered => resolve([`${answer.statusCode} ${answered}`, localPort]), reject)
        })
        asking.once('error', reject)
        asking.end(body)
      })
    const [refused, firstPort] = await ask('POST', 'x'.repeat(length))
    const [next, secondPort] = await ask('GET', '')
    expect([refused, next]).toEqual(['401 refused', '200 next'])
    expect(secondPort).toBe(firstPort)
    await settled
    expect(failures).toEqual([])
  })

  it('fails when nobody listens', async () => {
    const answer = await fetch(await inFrontOf(null))
    expect(answer.status).toBe(502)
  })
})
