import { createHash, createVerify, generateKeyPairSync } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import { aMailServer } from '#testing/mail-server.testing.ts'
import { smtpTransport } from './smtp-transport.ts'

const server = aMailServer()
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const dkim = {
  ...{ domainName: 'example.org', keySelector: 'press' },
  privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
}

const LEAVE_HEADERS = [
  'List-Unsubscribe: <https://example.org/en/newsletter/leave/1.abc>,\r\n <mailto:press@example.org>',
  'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
]
const MESSAGE = [
  'From: =?UTF-8?Q?=D8=A7=D9=84=D8=B5=D8=AD=D9=8A=D9=81=D8=A9?= <press@example.org>',
  'To: reader@example.org',
  'Subject: Harbours  fill\r\n again',
  'Message-ID: <1.1.abc@example.org>',
  'MIME-Version: 1.0',
  ...LEAVE_HEADERS,
  '',
  'Harbours  fill again. \t',
  '.A line that begins with a dot',
  '',
  '',
].join('\r\n')

let raw = ''
beforeEach(async () => {
  const transport = smtpTransport({ url: server.url, connections: 1, perSecond: 0, dkim })
  const message = { from: 'press@example.org', to: 'reader@example.org', raw: Buffer.from(MESSAGE) }
  expect(await transport.send(message, async () => true)).toEqual({ kind: 'sent' })
  await transport.close()
  raw = server.received[0]?.raw ?? ''
})

it('signs a message so that whoever has the key can tell that it is whole', () => {
  expect(isGenuine(raw)).toBe(true)
  expect(isGenuine(raw.replace('Harbours  fill again. ', 'Harbours are empty. '))).toBe(false)
})

it('signs the headers by which mail programs leave', () => {
  const signed = tagsOf(signatureIn(raw)).get('h')?.toLowerCase().split(':') ?? []
  expect(signed).toEqual(expect.arrayContaining(['list-unsubscribe', 'list-unsubscribe-post']))
  expect(isGenuine(raw.replace('/leave/1.abc', '/leave/2.abc'))).toBe(false)
  expect(isGenuine(raw.replace('=One-Click', '=Two-Clicks'))).toBe(false)
  expect(isGenuine(raw.replace(`${LEAVE_HEADERS[1]}\r\n`, ''))).toBe(false)
})

/* RFC 6376 for relaxed/relaxed, as a receiving server does it. */
function isGenuine(message: string): boolean {
  const end = message.indexOf('\r\n\r\n')
  const headers = headersOf(message.slice(0, end + 2))
  const tags = tagsOf(signatureIn(message))
  expect(tags.get('c')).toBe('relaxed/relaxed')
  const hash = createHash('sha256')
    .update(relaxedBody(message.slice(end + 4)), 'latin1')
    .digest('base64')
  const wanted = (tags.get('h') ?? '').split(':')
  const last = new Map<string, number>()
  const signed = wanted.map(name => {
    /* From the last of its name upwards; one that is not there counts as nothing. */
    const own = headers.filter(header => nameOf(header) === name.trim().toLowerCase())
    const index = own.length - 1 - (last.get(name) ?? 0)
    last.set(name, (last.get(name) ?? 0) + 1)
    const header = own[index]
    return header === undefined ? '' : `${relaxedHeader(header)}\r\n`
  })
  const own = headers.find(header => nameOf(header) === 'dkim-signature') ?? ''
  const unsigned = relaxedHeader(own).replace(/([;\s]b=)[^;]*/, '$1')
  const verify = createVerify('rsa-sha256').update(signed.join('') + unsigned, 'latin1')
  const isSigned = verify.verify(publicKey, tags.get('b') ?? '', 'base64')
  return isSigned && tags.get('bh') === hash
}

const headersOf = (head: string) => head.match(/^[^ \t\r][\s\S]*?\r\n(?![ \t])/gm) ?? []
const nameOf = (header: string) => header.slice(0, header.indexOf(':')).trim().toLowerCase()

function signatureIn(message: string): string {
  return headersOf(message).find(header => nameOf(header) === 'dkim-signature') ?? ''
}

function tagsOf(signature: string): Map<string, string> {
  const pairs = signature.slice(signature.indexOf(':') + 1).split(';')
  return new Map(
    pairs.map(pair => {
      const [name = '', ...value] = pair.split('=')
      return [name.trim(), value.join('=').replace(/\s/g, '')]
    }),
  )
}

function relaxedHeader(header: string): string {
  const value = header.slice(header.indexOf(':') + 1).replace(/\r\n/g, '')
  return `${nameOf(header)}:${value.replace(/[ \t]+/g, ' ').trim()}`
}

function relaxedBody(body: string): string {
  const lines = body.split('\r\n').map(line => line.replace(/[ \t]+/g, ' ').replace(/ $/, ''))
  return `${lines.join('\r\n').replace(/(?:\r\n)+$/, '')}\r\n`
}
