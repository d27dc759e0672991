import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { cleanAddress } from '#server/requests/clean-address.ts'
import { Exchange } from '#server/requests/exchange.ts'
import { readBeacon } from './read-beacon.ts'

const browser = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
const counted: number[] = []
const counter = {
  countClaim: (articleId: number, address: string) => {
    expect(address).toBe('198.51.100.7')
    counted.push(articleId)
  },
}

const beacon = readBeacon({ counter, plainHeaders: { 'X-Own': 'yes' } })
const server = http.createServer((request, response) => {
  const address = cleanAddress(request.url ?? '')
  if (typeof address === 'string') throw new Error(`The address is ${address}`)
  beacon.answer(new Exchange(request, response, 'r1', address, () => '198.51.100.7'))
})

beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await vi.waitFor(() => expect(server.listening).toBe(true))
})
afterAll(() => {
  server.close()
})
beforeEach(() => {
  counted.length = 0
})

function post(path: string, headers: http.OutgoingHttpHeaders = {}, body = '') {
  return new Promise<http.IncomingMessage>((resolve, reject) => {
    const { port } = server.address() as AddressInfo
    const given = { 'User-Agent': browser, 'Content-Length': body.length, ...headers }
    const request = http.request(
      { port, host: '127.0.0.1', path, method: 'POST', headers: given },
      answer => {
        answer.resume()
        resolve(answer)
      },
    )
    request.on('error', reject)
    request.end(body)
  })
}

describe('the beacon of a read', () => {
  it('counts a page that is shown, and says nothing about it', async () => {
    const answer = await post('/read/12', { 'Sec-Fetch-Site': 'same-origin' }, 'whatever')
    expect(answer.statusCode).toBe(204)
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', 'x-own': 'yes' })
    expect(answer.headers['set-cookie']).toBeUndefined()
    expect(counted).toEqual([12])
  })

  it.each(['cross-site', 'same-site', 'none'])('hears nothing from elsewhere: %s', async site => {
    expect((await post('/read/12', { 'Sec-Fetch-Site': site })).statusCode).toBe(403)
    expect(counted).toEqual([])
  })

  it.each(['/read', '/read/', '/read/0', '/read/-1', '/read/1e3', '/read/12345678901', '/read/12/13'])(
    '%s is no article',
    async path => {
      expect((await post(path)).statusCode).toBe(404)
      expect(counted).toEqual([])
    },
  )

  it('does not count machines, and does not tell them', async () => {
    expect((await post('/read/12', { 'User-Agent': 'curl/8.5.0' })).statusCode).toBe(204)
    expect(counted).toEqual([])
  })

  it('refuses to read much', async () => {
    const answer = await post('/read/12', { 'Content-Length': 5000 }, 'x'.repeat(5000))
    expect(answer.statusCode).toBe(413)
    expect(answer.headers.connection).toBe('close')
    expect(counted).toEqual([])
  })
})
