import { createHmac, randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { reader } from '#db/open.ts'
import { requestsOf } from '#db/queries/newsletter/requests.ts'
import { subscriberOf } from '#db/queries/newsletter/subscribers.ts'
import { write } from '#db/write.ts'
import { noteBounceIn } from '#domain/distribution/newsletter/bounces/note-bounce.ts'
import { takeReports } from '#domain/distribution/newsletter/bounces/take-reports.ts'
import { leaveToken } from '#domain/distribution/newsletter/keys/leave-token.ts'
import { madeKeys, signingKey } from '#domain/distribution/newsletter/keys/newsletter-keys.ts'
import { readMailAddress } from '#domain/distribution/newsletter/mail-address.ts'
import { sendRequested } from '#domain/distribution/newsletter/sending/send-requested.ts'
import { smtpTransport } from '#domain/distribution/newsletter/transport/smtp-transport.ts'
import { importSuppressionsIn } from '#domain/editorial/newsletter/import-suppressions.ts'
import { makeKeyIn } from '#domain/editorial/newsletter/make-key.ts'
import { desk } from '#testing/actors.testing.ts'
import { aMailServer } from '#testing/mail-server.testing.ts'
import { aSubscriber, someNewsletterSettings, storedSubscriber } from '#testing/newsletter.testing.ts'
import { aNewsroom } from '#testing/newsroom.testing.ts'
import { confirmRequest } from './confirm-request.ts'
import { leave } from './leave.ts'
import { ownData } from './own-data.ts'
import { changeOwnChoice, ownLink, removeOwn } from './own-subscription.ts'
import { type AskedFor, requestMail } from './request-mail.ts'

const newsroom = aNewsroom()
const server = aMailServer()
const HOUR_MS = 60 * 60 * 1000

beforeEach(someNewsletterSettings)
afterEach(() => {
  vi.useRealTimers()
})

let clients = 0

function ask(typed: string, wish: Partial<AskedFor> = {}, now = new Date()) {
  const address = readMailAddress(typed)
  if (address.kind === 'wrong') throw new Error(address.reason)
  return requestMail(
    {
      ...{ kind: 'confirm', locale: 'en', language: 'en', newsletters: ['daily'], form: 'page' },
      ...{ wording: 'Sign up: we send a link first', client: `192.0.2.${clients++ % 250}` },
      ...wish,
      address,
    },
    now,
  )
}

async function send() {
  const transport = smtpTransport({
    url: server.url,
    connections: 2,
    perSecond: 0,
    dkim: null,
    answerMs: 5_000,
  })
  try {
    return await sendRequested({ transport, holder: 'here', signal: new AbortController().signal })
  } finally {
    await transport.close()
  }
}

/* The token of the last mail, as its reader finds it. */
function lastToken(): string {
  const raw = server.received.at(-1)?.raw.replace(/=\r\n/g, '') ?? ''
  return /newsletter\/(?:confirm|manage)\/([\w-]{24})/.exec(raw)?.[1] ?? ''
}

async function subscribed(typed: string, wish: Partial<AskedFor> = {}): Promise<string> {
  await ask(typed, wish)
  await send()
  const token = lastToken()
  expect(await confirmRequest(token)).toBe(true)
  return token
}

const everything = async () => {
  const tables = [
    'subscribers',
    'subscriptions',
    'newsletter_requests',
    'suppressions',
    'audit_log',
    'rate_limits',
    'deliveries',
  ]
  const rows = []
  for (const table of tables) rows.push(await newsroom.database.rows(`SELECT * FROM ${table}`))
  return JSON.stringify(rows)
}

describe('a request', () => {
  it('makes nobody a subscriber before its link is used, and keeps no token', async () => {
    await ask('reader@example.org')
    await send()
    expect(await subscriberOf(reader(), 'reader@example.org')).toBeNull()
    expect(await everything()).not.toContain(lastToken())
    expect(await confirmRequest(lastToken())).toBe(true)
    expect(await confirmRequest(lastToken())).toBe(true)
    expect(await subscriberOf(reader(), 'reader@example.org')).toMatchObject({
      newsletters: ['daily'],
      consentForm: 'page',
      consentLocale: 'en',
      consentWording: 'Sign up: we send a link first',
    })
  })

  it('has a link that is good for 48 hours', async () => {
    await ask('reader@example.org')
    await send()
    const later = (hours: number) => new Date(Date.now() + hours * HOUR_MS)
    expect(await confirmRequest(lastToken(), later(48.1))).toBe(false)
    expect(await confirmRequest('invented-token-of-somebody'.slice(0, 24))).toBe(false)
    expect(await confirmRequest(lastToken(), later(47.9))).toBe(true)
    expect(await ownLink(lastToken(), later(48.1))).toBeNull()
  })

  it('adds to what an address has already', async () => {
    await subscribed('reader@example.org', { newsletters: ['weekly'], language: 'ar' })
    await subscribed('Reader@Example.ORG', { newsletters: ['daily'] })
    const subscriber = await subscriberOf(reader(), 'reader@example.org')
    expect(subscriber).toMatchObject({ newsletters: ['daily', 'weekly'], locale: 'en' })
  })

  it('is answered the same when an address asks too often, and sends nothing more', async () => {
    const now = new Date()
    const waits = []
    for (let times = 0; times < 6; times++) waits.push(await ask('reader@example.org', {}, now))
    await send()
    expect(waits).toEqual([0, 0, 0, 0, 0, 0])
    expect(server.received).toHaveLength(3)
  })

  it('for a link to one’s choices sends one to subscribers alone', async () => {
    await ask('nobody@example.org', { kind: 'manage' })
    await send()
    expect(server.received).toHaveLength(0)
    await subscribed('reader@example.org')
    await ask('reader@example.org', { kind: 'manage' })
    await send()
    expect(await ownLink(lastToken())).toMatchObject({ subscriber: { address: 'reader@example.org' } })
  })

  it('for a link of somebody who has not confirmed sends the confirmation again', async () => {
    await ask('reader@example.org', { newsletters: ['weekly'] })
    await send()
    await ask('reader@example.org', { kind: 'manage', wording: '' })
    await send()
    expect(server.received.at(-1)?.raw).toContain('/newsletter/confirm/')
    expect(await confirmRequest(lastToken())).toBe(true)
    expect(await subscriberOf(reader(), 'reader@example.org')).toMatchObject({
      newsletters: ['weekly'],
      consentWording: 'Sign up: we send a link first',
    })
  })

  it('whose link has ended is sent anew to who asks for it', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    await ask('reader@example.org', { newsletters: ['weekly'] })
    await send()
    const first = lastToken()
    vi.setSystemTime(Date.now() + 50 * HOUR_MS)
    await ask('reader@example.org', { kind: 'manage' })
    await send()
    expect(await confirmRequest(first)).toBe(false)
    expect(await confirmRequest(lastToken())).toBe(true)
  })

  it('is sent later when the server is away or does not take it', async () => {
    await server.away()
    await ask('reader@example.org')
    expect(await send()).toMatchObject({ sent: 0, unreachable: expect.any(String) })
    await server.back()
    expect(await send()).toMatchObject({ sent: 1 })
  })
})

describe('a subscriber', () => {
  it('changes the choice, and the new consent is kept', async () => {
    const token = await subscribed('reader@example.org')
    await changeOwnChoice(token, {
      ...{ newsletters: ['breaking', 'daily'], language: 'ar' },
      ...{ wording: 'احفظ', locale: 'ar' },
    })
    expect(await subscriberOf(reader(), 'reader@example.org')).toMatchObject({
      newsletters: ['breaking', 'daily'],
      locale: 'ar',
      consentForm: 'manage',
      consentWording: 'احفظ',
      consentLocale: 'ar',
    })
  })

  it('sees everything that is kept', async () => {
    const token = await subscribed('reader@example.org')
    const subscriber = (await ownLink(token))?.subscriber
    if (!subscriber) throw new Error('There is no subscriber')
    expect(await ownData(subscriber)).toMatchObject({
      address: 'reader@example.org',
      newsletters: ['daily'],
      consent: { form: 'page', wording: 'Sign up: we send a link first', language: 'en' },
      requests: [{ kind: 'confirm', state: 'sent' }],
      deliveries: [],
    })
  })

  it.each(['left', 'erased'] as const)(
    'who has %s leaves nothing but a hash, and may come back',
    async reason => {
      const token = await subscribed('reader@example.org')
      expect(await removeOwn(token, reason)).toBe(true)
      expect(await everything()).not.toContain('reader@example.org')
      expect(await newsroom.database.rows('SELECT reason FROM suppressions')).toEqual([{ reason }])
      expect(await ownLink(token)).toBeNull()
      await subscribed('reader@example.org')
      expect(await newsroom.database.rows('SELECT reason FROM suppressions')).toEqual([])
    },
  )

  it('leaves by the link of any mail, also after a new key was made', async () => {
    const id = await aSubscriber('reader@example.org')
    const token = leaveToken({ id, addressKey: 'reader@example.org' }, signingKey(await madeKeys(reader())))
    await write(tx => makeKeyIn(tx, desk, new Date()))
    const forged = [
      token.slice(0, -1),
      `${token}x`,
      `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`,
      '',
      'x.y.z',
    ]
    for (const each of forged) await leave(each)
    expect(await storedSubscriber(id)).not.toBeNull()
    const other = await aSubscriber('other@example.org')
    await leave(token.replace(/^[^.]+/, other.toString(36)))
    expect(await storedSubscriber(other)).not.toBeNull()
    await leave(token)
    await leave(token)
    expect(await storedSubscriber(id)).toBeNull()
  })
})

describe('an address from which mails come back', () => {
  const bounce = (subscriberId: number, severity: 'hard' | 'soft' | 'complaint', now = new Date()) =>
    write(tx => noteBounceIn(tx, { subscriberId, severity, answer: '5.1.1 No such user' }, now))

  it('is silenced by one hard bounce, and by the fifth soft one', async () => {
    const [hard, soft] = [await aSubscriber('hard@example.org'), await aSubscriber('soft@example.org')]
    await bounce(hard, 'hard')
    for (let times = 0; times < 4; times++) await bounce(soft, 'soft')
    expect(await storedSubscriber(hard)).toMatchObject({ silencedFor: 'bounced' })
    expect(await storedSubscriber(soft)).toMatchObject({ silencedFor: null, softBounces: 4 })
    await bounce(soft, 'soft')
    expect(await storedSubscriber(soft)).toMatchObject({ silencedFor: 'bounced' })
  })

  it('is forgiven soft bounces that are long ago', async () => {
    const id = await aSubscriber('soft@example.org')
    for (let times = 0; times < 4; times++) await bounce(id, 'soft')
    await bounce(id, 'soft', new Date(Date.now() + 31 * 24 * HOUR_MS))
    expect(await storedSubscriber(id)).toMatchObject({ silencedFor: null, softBounces: 1 })
  })

  it('is written to again when its owner asks, but not after a complaint', async () => {
    const bounced = await aSubscriber('bounced@example.org')
    const angry = await aSubscriber('angry@example.org')
    await bounce(bounced, 'hard')
    await bounce(angry, 'complaint')
    await ask('bounced@example.org')
    await send()
    expect(await confirmRequest(lastToken())).toBe(true)
    expect(await storedSubscriber(bounced)).toMatchObject({ silencedFor: null })
    await ask('angry@example.org')
    await send()
    expect(server.received.map(({ to }) => to)).toEqual(['bounced@example.org'])
    expect(await storedSubscriber(angry)).toMatchObject({ silencedFor: 'complained' })
  })

  it('is on the list of nobody any more once its owner has changed the choice', async () => {
    const token = await subscribed('bounced@example.org')
    const subscriber = (await ownLink(token))?.subscriber
    await bounce(subscriber?.id ?? 0, 'hard')
    const choice = { newsletters: ['daily'], language: 'en', wording: 'Save', locale: 'en' } as const
    expect(await changeOwnChoice(token, choice)).toBe(true)
    expect(await newsroom.database.rows('SELECT reason FROM suppressions')).toEqual([])
  })

  it('stays one that complained, whatever is noted of it later', async () => {
    const id = await aSubscriber('angry@example.org')
    await bounce(id, 'complaint')
    const key = signingKey(await madeKeys(reader()))
    await leave(leaveToken({ id, addressKey: 'angry@example.org' }, key))
    await ask('angry@example.org')
    await send()
    expect(server.received).toEqual([])
  })

  it('gets nothing after a complaint to a newsroom whose list was imported', async () => {
    const key = randomBytes(32)
    const hash = createHmac('sha256', key).update('address:angry@example.org').digest('base64url')
    const entries = [{ hash, reason: 'complained', at: new Date() }] as const
    await write(tx =>
      importSuppressionsIn(tx, desk, { key: key.toString('base64url'), entries, now: new Date() }),
    )
    await ask('angry@example.org')
    await send()
    expect(server.received).toEqual([])
  })

  it('is no other than the one that was written to, whatever a report says', async () => {
    const victim = await aSubscriber('victim@example.org')
    const asker = await aSubscriber('asker@example.org')
    await ask('asker@example.org')
    await send()
    const [request] = await requestsOf(reader(), 'asker@example.org')
    const hard = { kind: 'bounce', severity: 'hard', status: '5.1.1', text: '' } as const
    await takeReports([{ ...hard, edition: 0, subscriber: request?.id ?? 0, address: 'victim@example.org' }])
    expect(await storedSubscriber(victim)).toMatchObject({ silencedFor: null })
    expect(await storedSubscriber(asker)).toMatchObject({ silencedFor: 'bounced' })
  })
})
