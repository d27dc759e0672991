import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { errorWords } from '#i18n/error-words.ts'
import { sendMessage } from './send-message.ts'

let server: http.Server
let url: string
let answer: (response: http.ServerResponse) => void

beforeEach(async () => {
  server = http.createServer((_, response) => answer(response))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
})

afterEach(async () => {
  server.closeAllConnections()
  await new Promise(resolve => server.close(resolve))
})

const sent = (part: { signal?: AbortSignal; timeoutMs?: number } = {}) =>
  sendMessage({
    ...{ url, contentType: 'text/plain', body: 'x', siteUrl: 'https://news.example.org' },
    ...{ signal: new AbortController().signal, ...part },
  })

describe('what is sent outside', () => {
  it('does not read an answer without end', async () => {
    let isBrokenOff = false
    answer = response => {
      response.writeHead(200)
      const timer = setInterval(() => response.write('x'.repeat(16_384)), 1)
      response.once('close', () => {
        clearInterval(timer)
        isBrokenOff = true
      })
    }
    expect(await sent()).toMatchObject({ status: 200 })
    await expect.poll(() => isBrokenOff).toBe(true)
  })

  it('does not wait for one that trickles, or for whoever has to end', async () => {
    answer = response => void response.writeHead(200).write('x')
    expect(await sent({ timeoutMs: 50 })).toMatchObject({ status: null, fault: { code: 'outside.timeout' } })
    expect(await sent({ signal: AbortSignal.timeout(50) })).toBeNull()
  })

  it('says why there was no answer, in words without the address', async () => {
    answer = response => response.destroy()
    const { host } = new URL(url)
    const fault = async () => {
      const reply = await sent()
      return reply && 'fault' in reply ? errorWords(reply.fault, 'en') : reply
    }
    expect(await fault()).toBe(`There is no connection to ${host}, or it was lost (ECONNRESET).`)
    server.closeAllConnections()
    await new Promise(resolve => server.close(resolve))
    expect(await fault()).toBe(`There is no connection to ${host}, or it was lost (ECONNREFUSED).`)
    await new Promise<void>(resolve => server.listen(0, resolve))
  })

  it.each([301, 302, 303])(
    'takes a %i, after which nobody would read the message, for the answer',
    async status => {
      answer = response => response.writeHead(status, { Location: '/v2' }).end()
      expect(await sent()).toMatchObject({ status, movedTo: `${url}v2` })
    },
  )

  it.each([
    ['120', 120_000],
    [new Date(Date.now() + 60_000).toUTCString(), 60_000],
    ['Thu, 01 Jan 2026 00:00:00 GMT', 0],
    ['soon', null],
  ])('understands to come again after %s', async (given, expected) => {
    answer = response => response.writeHead(503, { 'Retry-After': given }).end()
    const reply = await sent()
    const ms = reply && 'retryAfterMs' in reply ? reply.retryAfterMs : undefined
    if (expected === null) expect(ms).toBeNull()
    else expect(Math.abs((ms ?? Number.NaN) - expected)).toBeLessThan(20_000)
  })
})
