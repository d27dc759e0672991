import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { testKey as key, testDelivery } from './fixtures.testing.ts'
import { messageId } from './mail-token.ts'
import { MOST_WEBHOOK_BYTES, readWebhook } from './read-webhook.ts'

/* The example of the specification (Standard Webhooks 1.0). */
const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
const example = {
  headers: {
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  },
  body: Buffer.from('{"test": 2432232314}'),
}

const now = new Date('2026-11-30T07:00:00Z')
const seconds = (change = 0) => String(now.getTime() / 1000 + change)
const ours = messageId(testDelivery, { key, domain: 'news.example.org' })

function signatureOf(id: string, timestamp: string, body: Buffer, by = secret): string {
  const hmac = createHmac('sha256', Buffer.from(by.slice('whsec_'.length), 'base64'))
  return `v1,${hmac.update(`${id}.${timestamp}.`).update(body).digest('base64')}`
}

function webhook(content: unknown, { prefix = 'webhook', timestamp = seconds() } = {}) {
  const body = Buffer.from(typeof content === 'string' ? content : JSON.stringify(content))
  const headers = {
    [`${prefix}-id`]: 'msg_1',
    [`${prefix}-timestamp`]: timestamp,
    [`${prefix}-signature`]: signatureOf('msg_1', timestamp, body),
  }
  return { headers, body, secret, keys: [key], now }
}

const bounced = (bounce: object, more: object = {}) => ({
  type: 'email.bounced',
  created_at: '2026-11-30T07:00:00.000Z',
  data: {
    ...{ created_at: '2026-11-30T06:59:12.126Z', email_id: '56761188-7520-42d8-8898-ff6fc54ce618' },
    ...{ from: 'Arab Press <newsletter@news.example.org>', to: ['layla@example.net'], subject: 'News' },
    ...{ bounce, ...more },
  },
})

describe('a webhook', () => {
  it('is signed as the specification has it', () => {
    const at = (time: number) => readWebhook({ ...example, secret, keys: [key], now: new Date(time * 1000) })
    expect(at(1614265330)).toBe('malformed')
    expect(at(1614265330 + 301)).toBe('stale')
    expect(at(1614265330 - 301)).toBe('stale')
  })

  it.each(['webhook', 'svix'])('brings events of ours, with headers of %s', prefix => {
    const events = [
      { type: 'bounce', severity: 'hard', address: 'Layla@Example.net', messageId: ours, status: '5.1.1' },
      { type: 'bounce', severity: 'soft', address: 'ليلى@مثال.example.net', text: 'Full\r\nof mail' },
      { type: 'bounce', messageId: ours, status: '5.2.2' },
      { type: 'complaint', address: 'sami@example.net', messageId: '<strange@example.org>' },
    ]
    expect(readWebhook(webhook({ events }, { prefix }))).toEqual([
      {
        ...{ kind: 'bounce', severity: 'hard', ...testDelivery },
        ...{ address: 'Layla@example.net', status: '5.1.1', text: '' },
      },
      {
        ...{ kind: 'bounce', severity: 'soft', edition: null, subscriber: null },
        ...{ address: 'ليلى@xn--mgbh0fb.example.net', status: null, text: 'Full of mail' },
      },
      { kind: 'bounce', severity: 'soft', ...testDelivery, address: null, status: '5.2.2', text: '' },
      {
        ...{ kind: 'complaint', severity: 'hard', edition: null, subscriber: null },
        ...{ address: 'sami@example.net', status: null, text: '' },
      },
    ])
  })

  it('brings the events of Resend', () => {
    const permanent = { type: 'Permanent', subType: 'Suppressed', message: 'It is on the suppression list.' }
    expect(readWebhook(webhook(bounced(permanent, { message_id: ours }), { prefix: 'svix' }))).toEqual([
      {
        ...{ kind: 'bounce', severity: 'hard', ...testDelivery, address: 'layla@example.net' },
        ...{ status: null, text: 'Suppressed: It is on the suppression list.' },
      },
    ])
    const full = bounced({ type: 'Transient', subType: 'MailboxFull' }, { to: ['Layla <layla@example.net>'] })
    expect(readWebhook(webhook(full))).toMatchObject([
      { kind: 'bounce', severity: 'soft', subscriber: null, address: 'layla@example.net' },
    ])
    expect(readWebhook(webhook(bounced({ type: 'Undetermined' })))).toMatchObject([{ severity: 'soft' }])
    const complaint = { ...bounced({}), type: 'email.complained' }
    expect(readWebhook(webhook(complaint))).toMatchObject([{ kind: 'complaint', severity: 'hard' }])
    expect(readWebhook(webhook({ ...bounced({}), type: 'email.delivered' }))).toEqual([])
    expect(readWebhook(webhook(bounced({}, { to: ['a@example.net', 'b@example.net'] })))).toEqual([])
  })

  it('may be signed several times, while a secret is replaced', () => {
    const { headers, ...rest } = webhook({ events: [] })
    const signature = `v1a,bm90IG91cnM= v1,${Buffer.alloc(32).toString('base64')} ${headers['webhook-signature']}`
    expect(readWebhook({ ...rest, headers: { ...headers, 'webhook-signature': signature } })).toEqual([])
  })

  const { headers, ...rest } = webhook({ events: [] })
  it.each([
    ['no headers', {}],
    ['no signature', { ...headers, 'webhook-signature': undefined }],
    ['an empty one', { ...headers, 'webhook-signature': '' }],
    ['one of another length', { ...headers, 'webhook-signature': 'v1,AAAA' }],
    [
      'one of another version',
      { ...headers, 'webhook-signature': headers['webhook-signature']?.replace('v1', 'v2') },
    ],
    ['one of another id', { ...headers, 'webhook-id': 'msg_2' }],
    ['one of another time', { ...headers, 'webhook-timestamp': seconds(1) }],
    ['a time that is none', { ...headers, 'webhook-timestamp': 'now' }],
    [
      'one by another secret',
      { ...headers, 'webhook-signature': signatureOf('msg_1', seconds(), rest.body, 'whsec_AAAA') },
    ],
  ])('is refused with %s', (_, changed) => {
    expect(readWebhook({ ...rest, headers: changed })).toBe('unsigned')
  })

  it('is refused with another body, and when it is old or from the future', () => {
    expect(readWebhook({ ...rest, headers, body: Buffer.from('{"events": []}') })).toBe('unsigned')
    expect(readWebhook(webhook({ events: [] }, { timestamp: seconds(-300) }))).toEqual([])
    expect(readWebhook(webhook({ events: [] }, { timestamp: seconds(-301) }))).toBe('stale')
    expect(readWebhook(webhook({ events: [] }, { timestamp: seconds(301) }))).toBe('stale')
  })

  it.each([
    '',
    '{',
    'null',
    '[]',
    { events: 'none' },
    { events: [{ type: 'bounce' }] },
    { events: [{ type: 'open', address: 'a@example.net' }] },
    { events: [{ type: 'bounce', address: 'a@example.net\r\nBcc: b@example.net' }] },
    { events: [{ type: 'bounce', address: 'a@example.net', status: 'bad' }] },
    { events: Array.from({ length: 1_001 }, () => ({ type: 'complaint', address: 'a@example.net' })) },
    bounced({}, { to: [] }),
    { type: 'email.bounced', data: null },
    'x'.repeat(MOST_WEBHOOK_BYTES + 1),
  ])('is refused when its content is malformed: %#', content => {
    expect(readWebhook(webhook(content))).toBe('malformed')
  })
})
