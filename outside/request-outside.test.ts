import { spawnSync } from 'node:child_process'
import diagnostics from 'node:diagnostics_channel'
import type { LookupAddress } from 'node:dns'
import fs from 'node:fs'
import type { ServerResponse } from 'node:http'
import https from 'node:https'
import net, { type AddressInfo, type Socket } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import zlib from 'node:zlib'
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type LocalServer, openLocalServer } from './local-server.testing.ts'
import { type OutsideRequest, requestOutside } from './request-outside.ts'

const siteUrl = 'https://news.example.org'

let server: LocalServer
let answer: (response: ServerResponse, path: string) => void
const opened: { close: () => unknown }[] = []

beforeEach(async () => {
  answer = response => response.end('hello')
  server = await openLocalServer((request, response) => answer(response, request.url ?? ''))
  opened.push(server)
})
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close()
})

type Part = Partial<OutsideRequest>

const ask = (path = '', part: Part = {}) =>
  requestOutside({ url: server.url + path, siteUrl, allowed: [server.place], ...part })

const refusal = (code: string, parameters = {}) => ({
  code: `outside.${code}`,
  parameters: expect.objectContaining(parameters),
})
const anotherServer = async (...given: Parameters<typeof openLocalServer>) => {
  const other = await openLocalServer(...given)
  opened.push(other)
  return other
}

/* Speaks no HTTP by itself. */
async function openRawServer(onConnection: (socket: Socket) => void): Promise<string> {
  const sockets: Socket[] = []
  const raw = net.createServer(socket => {
    sockets.push(socket)
    socket.on('error', () => {})
    onConnection(socket)
  })
  await new Promise<void>(resolve => raw.listen(0, '127.0.0.1', resolve))
  opened.push({
    close: () => {
      for (const socket of sockets) socket.destroy()
      raw.close()
    },
  })
  return `127.0.0.1:${(raw.address() as AddressInfo).port}`
}

describe('a request to another host', () => {
  it('brings its answer, whatever the status', async () => {
    answer = response => response.writeHead(404, { 'X-A': 'b' }).end('gone')
    const answered = await ask('x?y=1')
    expect(answered).toMatchObject({ url: `${server.url}x?y=1`, status: 404, location: null })
    expect(answered.headers['x-a']).toBe('b')
    expect(String(answered.body)).toBe('gone')
  })

  it('says who asks, and what it was given', async () => {
    await ask('', { method: 'POST', body: 'سلام', headers: { 'Content-Type': 'text/plain' } })
    expect(server.requests[0]).toMatchObject({
      ...{ method: 'POST', body: 'سلام' },
      headers: {
        host: new URL(server.url).host,
        'user-agent': 'ArabPress (+https://news.example.org)',
        'content-type': 'text/plain',
        'content-length': '8',
        'accept-encoding': 'gzip, br',
      },
    })
  })

  it('reaches a host that has addresses of IPv6 alone', async () => {
    const other = await anotherServer((_, response) => response.end('six'), { host: '::1' })
    const { body } = await ask('', { url: other.url, allowed: [other.place] })
    expect(String(body)).toBe('six')
    expect(other.requests[0]?.headers.host).toBe(new URL(other.url).host)
  })

  it.each(['HEAD', 'DELETE'] as const)('takes the answer of %s as it comes', async method => {
    answer = response => response.writeHead(204, { 'Content-Encoding': 'gzip' }).end()
    expect(await ask('', { method })).toMatchObject({ status: 204, body: Buffer.alloc(0) })
  })

  it.each(['Host', 'Content-Length', 'transfer-encoding', 'Connection', 'Proxy-Authorization', 'Upgrade'])(
    'leaves the header %s to the client',
    async name => {
      await expect(ask('', { headers: { [name]: 'x' } })).rejects.toThrow(TypeError)
      expect(server.requests).toEqual([])
    },
  )

  it.each([
    ['X-A', 'b\r\nX-C: d'],
    ['X-A', 'b\nX-C: d'],
    ['X-A\r\nX-C', 'd'],
    ['X A', 'b'],
    ['X-A', 'b\0'],
  ])('takes no header with a line break: %j: %j', async (name, value) => {
    await expect(ask('', { headers: { [name]: value } })).rejects.toThrow(TypeError)
    expect(server.requests).toEqual([])
  })

  it('does not use a proxy that the environment names', async () => {
    const proxy = await anotherServer((_, response) => response.end('proxy'))
    for (const name of ['HTTP_PROXY', 'http_proxy', 'ALL_PROXY']) vi.stubEnv(name, proxy.url)
    vi.stubEnv('NODE_USE_ENV_PROXY', '1')
    expect(String((await ask()).body)).toBe('hello')
    vi.unstubAllEnvs()
    expect(proxy.requests).toEqual([])
  })
})

describe('the time of a request', () => {
  it('is bounded for the name', async () => {
    const resolve = () => new Promise<LookupAddress[]>(() => {})
    const asked = ask('', { url: 'http://slow.example/', resolve, limits: { connectMs: 50 } })
    await expect(asked).rejects.toMatchObject(refusal('timeout', { phase: 'connect', seconds: 0.05 }))
  })

  it('is bounded for TLS', async () => {
    const place = await openRawServer(() => {})
    const asked = ask('', { url: `https://${place}/`, allowed: [place], limits: { connectMs: 50 } })
    await expect(asked).rejects.toMatchObject(refusal('timeout', { phase: 'connect' }))
  })

  it('is bounded until the answer begins', async () => {
    answer = () => {}
    await expect(ask('', { limits: { firstByteMs: 50 } })).rejects.toMatchObject(
      refusal('timeout', { phase: 'firstByte', host: new URL(server.url).host }),
    )
  })

  it('is bounded for an answer that trickles, and for all redirects together', async () => {
    answer = (response, path) => {
      if (path === '/trickle') response.writeHead(200).write('x')
      else setTimeout(() => response.writeHead(302, { Location: `${path}x` }).end(), 20)
    }
    const limits = { wholeMs: 60 }
    const whole = refusal('timeout', { phase: 'whole' })
    await expect(ask('trickle', { limits })).rejects.toMatchObject(whole)
    await expect(ask('', { limits, redirects: { most: 1000 } })).rejects.toMatchObject(whole)
  })

  it('ends when the caller has to', async () => {
    answer = () => {}
    const reason = new Error('The program ends')
    const ending = new AbortController()
    const asked = ask('', { signal: ending.signal })
    await expect.poll(() => server.requests.length).toBe(1)
    ending.abort(reason)
    await expect(asked).rejects.toBe(reason)
    await expect(ask('', { signal: ending.signal })).rejects.toBe(reason)
    expect(server.requests).toHaveLength(1)
  })
})

describe('the size of an answer', () => {
  const maxBytes = 64 * 1024
  const limits = { maxBytes }

  function endless(response: ServerResponse) {
    const more = () => response.write('x'.repeat(16_384)) && setImmediate(more)
    response.on('drain', more)
    more()
  }

  it('may be as large as the limit', async () => {
    answer = response => response.end('x'.repeat(maxBytes))
    expect((await ask('', { limits })).body).toHaveLength(maxBytes)
  })

  it('is refused when it says that it is larger, when it is, and when it never ends', async () => {
    const larger = refusal('tooLarge', { bytes: maxBytes })
    let isBrokenOff = false
    answer = (response, path) => {
      response.once('close', () => {
        isBrokenOff = true
      })
      if (path === '/said') response.writeHead(200, { 'Content-Length': 1e9 }).write('x')
      else if (path === '/is') response.end('x'.repeat(maxBytes + 1))
      else endless(response)
    }
    for (const path of ['said', 'is', 'endless']) {
      isBrokenOff = false
      await expect(ask(path, { limits })).rejects.toMatchObject(larger)
      await expect.poll(() => isBrokenOff).toBe(true)
    }
  })

  it('is cut where that is asked for', async () => {
    answer = endless
    expect((await ask('', { limits, whenLarger: 'cut' })).body).toHaveLength(maxBytes)
  })

  const brotli = (content: Buffer) =>
    zlib.brotliCompressSync(content, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 1 } })

  it.each([
    ['gzip', zlib.gzipSync],
    ['x-gzip', zlib.gzipSync],
    ['br', brotli],
  ])('is that of the text, not of its %s', async (coding, pack) => {
    const text = Buffer.alloc(maxBytes, 'x')
    const bomb = pack(Buffer.alloc(64 * 1024 * 1024, 'x'))
    expect(bomb.length).toBeLessThan(2 * maxBytes)
    answer = (response, path) =>
      response.writeHead(200, { 'Content-Encoding': coding }).end(path === '/bomb' ? bomb : pack(text))
    expect((await ask('', { limits })).body.equals(text)).toBe(true)
    await expect(ask('bomb', { limits })).rejects.toMatchObject(refusal('tooLarge'))
    expect((await ask('bomb', { limits, whenLarger: 'cut' })).body.equals(text)).toBe(true)
  })

  it('is bounded for what is sent too: an endless gzip of nothing', async () => {
    const nothing = zlib.gzipSync('')
    answer = response => {
      response.writeHead(200, { 'Content-Encoding': 'gzip' })
      const piece = Buffer.concat(Array.from({ length: 500 }, () => nothing))
      const more = () => response.write(piece) && setImmediate(more)
      response.on('drain', more)
      more()
    }
    await expect(ask('', { limits })).rejects.toMatchObject(refusal('tooLarge'))
  })
})

describe('an answer that is none', () => {
  it.each([
    ['a coding that was not asked for', 'zstd', 'x'],
    ['a coding that every object answers for', 'constructor', 'x'],
    ['another of that kind', '__proto__', 'x'],
    ['codings one in the other', 'gzip, gzip', zlib.gzipSync(zlib.gzipSync('x'))],
    ['what is no gzip', 'gzip', 'x'],
    ['a gzip that is cut off', 'gzip', zlib.gzipSync('x'.repeat(1000)).subarray(0, 20)],
    ['what is no brotli', 'br', '\xff\xff\xff'],
  ])('has %s', async (_, coding, body) => {
    answer = response => response.writeHead(200, { 'Content-Encoding': coding }).end(body)
    await expect(ask()).rejects.toMatchObject(refusal('badAnswer'))
  })

  it('is an upgrade that nobody asked for', async () => {
    const upgrade = 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n'
    const place = await openRawServer(socket => socket.once('data', () => socket.write(upgrade)))
    const asked = ask('', { url: `http://${place}/`, allowed: [place], limits: { wholeMs: 2_000 } })
    await expect(asked).rejects.toMatchObject(refusal('badAnswer', { reason: 'Upgrade' }))
  })

  it('is not HTTP, has a head that never ends, or is cut off', async () => {
    const replies = ['SSH-2.0-x\r\n', `HTTP/1.1 200 OK\r\nX: ${'x'.repeat(100_000)}`, '']
    const place = await openRawServer(socket => socket.once('data', () => socket.end(replies.shift() ?? '')))
    const asked = () => ask('', { url: `http://${place}/`, allowed: [place] })
    await expect(asked()).rejects.toMatchObject(refusal('badAnswer', { host: place }))
    await expect(asked()).rejects.toMatchObject(refusal('badAnswer', { reason: 'HPE_HEADER_OVERFLOW' }))
    await expect(asked()).rejects.toMatchObject(refusal('connection', { reason: 'ECONNRESET' }))
    answer = response => response.writeHead(200, { 'Content-Length': 9 }).write('x', () => response.destroy())
    await expect(ask()).rejects.toMatchObject(refusal('connection', { reason: 'ECONNRESET' }))
    answer = response =>
      response
        .writeHead(200, { 'Content-Length': 9, 'Content-Encoding': 'gzip' })
        .write('x', () => response.destroy())
    await expect(ask()).rejects.toMatchObject(refusal('connection'))
  })

  it('does not come when nobody listens, the name is unknown, or TLS does not begin', async () => {
    await expect(ask('', { url: server.url.replace('http:', 'https:') })).rejects.toMatchObject(
      refusal('tls', { host: new URL(server.url).host }),
    )
    const unknown = { url: 'http://nobody.invalid/', resolve: async () => [] }
    await expect(ask('', unknown)).rejects.toMatchObject(refusal('unresolved', { host: 'nobody.invalid' }))
    await server.close()
    await expect(ask()).rejects.toMatchObject(refusal('connection', { reason: 'ECONNREFUSED' }))
  })
})

describe('a certificate', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'press-certificate-'))
  const [key, cert] = ['key.pem', 'cert.pem'].map(name => path.join(folder, name)) as [string, string]
  const made = spawnSync('openssl', [
    ...['req', '-x509', '-nodes', '-newkey', 'rsa:2048', '-keyout', key, '-out', cert],
    ...['-subj', '/CN=localhost', '-days', '2'],
  ])
  afterAll(() => fs.rmSync(folder, { recursive: true }))

  it.skipIf(made.status !== 0)(
    'that nobody vouches for is refused, whatever the environment says',
    async () => {
      const heard: string[] = []
      const secure = https.createServer(
        { key: fs.readFileSync(key), cert: fs.readFileSync(cert) },
        (request, reply) => {
          heard.push(request.url ?? '')
          reply.end('x')
        },
      )
      await new Promise<void>(resolve => secure.listen(0, '127.0.0.1', resolve))
      opened.push(secure)
      const place = `127.0.0.1:${(secure.address() as AddressInfo).port}`
      vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0')
      await expect(ask('', { url: `https://${place}/`, allowed: [place] })).rejects.toMatchObject(
        refusal('tls', { reason: 'DEPTH_ZERO_SELF_SIGNED_CERT' }),
      )
      vi.unstubAllEnvs()
      expect(heard).toEqual([])
    },
  )
})

describe('a redirect', () => {
  it('is followed, and its answer is the one', async () => {
    answer = (response, path) =>
      path === '/b' ? response.end('there') : response.writeHead(301, { Location: 'b' }).end()
    const answered = await ask('a', { method: 'POST', body: 'x' })
    expect(answered).toMatchObject({ url: `${server.url}b`, status: 200 })
    expect(server.requests.map(({ method, path, body }) => [method, path, body])).toEqual([
      ['POST', '/a', 'x'],
      ['GET', '/b', ''],
    ])
  })

  it('is followed so often and no more', async () => {
    answer = response => response.writeHead(307, { Location: '/' }).end()
    await expect(ask()).rejects.toMatchObject(refusal('tooManyRedirects', { most: 5 }))
    expect(server.requests).toHaveLength(6)
    expect(await ask('', { redirects: { most: 0 } })).toMatchObject({ status: 307, location: server.url })
  })

  it.each([
    'http://127.0.0.1:1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://[::1]/',
    '//0x7f.1:1/',
  ])('to %s is refused, although the first host was allowed', async Location => {
    answer = response => response.writeHead(302, { Location }).end()
    await expect(ask()).rejects.toMatchObject(refusal('refusedAddress'))
  })

  it.each(['file:///etc/passwd', 'http://a:b@127.0.0.1/'])('to %s is refused', async Location => {
    answer = response => response.writeHead(302, { Location }).end()
    await expect(ask()).rejects.toMatchObject(refusal('invalidAddress'))
  })

  it('to another port of the host is refused unless that is allowed, and takes nothing secret there', async () => {
    const other = await anotherServer((_, response) => response.end('other'))
    answer = response => response.writeHead(307, { Location: other.url }).end()
    const secret = { Authorization: 'Bearer x', Cookie: 'a=b', 'X-Api-Key': 'x', Accept: 'text/plain' }
    await expect(ask('', { headers: secret })).rejects.toMatchObject(refusal('refusedAddress'))
    expect(other.requests).toEqual([])
    await ask('', { headers: secret, allowed: [server.place, other.place] })
    expect(Object.keys(other.requests[0]?.headers ?? {}).sort()).toEqual([
      'accept',
      'accept-encoding',
      'connection',
      'host',
      'user-agent',
    ])
  })
})

describe('the addresses of a name', () => {
  const attempts: string[] = []
  const onSocket = (message: unknown) =>
    (message as { socket: Socket }).socket.on('connectionAttempt', (address: string) =>
      attempts.push(address),
    )

  beforeEach(() => {
    attempts.length = 0
    diagnostics.subscribe('net.client.socket', onSocket)
  })
  afterEach(() => {
    diagnostics.unsubscribe('net.client.socket', onSocket)
  })

  const answering = (...answers: string[][]) => {
    const asked: string[] = []
    return {
      asked,
      resolve: async (name: string) => {
        asked.push(name)
        const addresses = answers[asked.length - 1] ?? answers.at(-1) ?? []
        return addresses.map(address => ({ address, family: net.isIP(address) }))
      },
    }
  }
  const named = (port = new URL(server.url).port) => `http://hub.example:${port}/`

  /* No address of 3000::/5 is assigned, so nobody is disturbed. */
  const PUBLIC = '3000::1'

  it('are asked for once, and connected to as they were checked', async () => {
    const { asked, resolve } = answering([PUBLIC], ['127.0.0.1'])
    const request = ask('', { url: named(), resolve, allowed: [], limits: { connectMs: 100 } })
    await expect(request).rejects.toMatchObject({ code: /outside\.(connection|timeout)/ })
    expect(asked).toEqual(['hub.example'])
    expect(attempts).toEqual([PUBLIC])
    expect(server.requests).toEqual([])
  })

  it('are asked for again at every redirect, and then checked again', async () => {
    const { asked, resolve } = answering(['127.0.0.1'], ['127.0.0.1'])
    const place = new URL(named()).host
    answer = response => response.writeHead(302, { Location: 'http://hub.example:1/' }).end()
    const request = ask('', { url: named(), resolve, allowed: [place] })
    await expect(request).rejects.toMatchObject(refusal('refusedAddress', { host: 'hub.example:1' }))
    expect(asked).toEqual(['hub.example', 'hub.example'])
    expect(attempts).toEqual(['127.0.0.1'])
  })

  it('are used when they are public, and the others left', async () => {
    const { resolve } = answering(['127.0.0.1', PUBLIC, '::1', '10.0.0.1'])
    const request = ask('', { url: named(), resolve, allowed: [], limits: { connectMs: 100 } })
    await expect(request).rejects.toMatchObject({ code: /outside\.(connection|timeout)/ })
    expect(attempts).toEqual([PUBLIC])
  })

  it.each([[['127.0.0.1']], [['::1', '10.0.0.1']], [['::ffff:127.0.0.1']], [['fe80::1%1']]])(
    'are refused when they are %j',
    async addresses => {
      const { resolve } = answering(addresses)
      await expect(ask('', { url: named(), resolve, allowed: [] })).rejects.toMatchObject(
        refusal('refusedAddress'),
      )
      expect(attempts).toEqual([])
    },
  )

  it('may be private for a host on the allow-list, with its port and its name as given', async () => {
    const { resolve } = answering(['127.0.0.1'])
    expect((await ask('', { url: named(), resolve, allowed: [new URL(named()).host] })).status).toBe(200)
    expect(server.requests[0]?.headers.host).toBe(new URL(named()).host)
    for (const allowed of [[], ['hub.example'], ['hub.example:1'], [server.place], ['hub.example:*']])
      await expect(ask('', { url: named(), resolve, allowed })).rejects.toMatchObject(
        refusal('refusedAddress'),
      )
  })
})
