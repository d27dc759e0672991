import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { reader } from '#db/open.ts'
import { sendUnconfirmedAgain } from '#db/queries/newsletter/deliveries.ts'
import { changeEdition, countDeliveries, editionById } from '#db/queries/newsletter/editions.ts'
import { write } from '#db/write.ts'
import { makeEdition } from '#domain/distribution/newsletter/editions/make-edition.ts'
import { leave } from '#domain/distribution/newsletter/subscribing/leave.ts'
import { smtpTransport } from '#domain/distribution/newsletter/transport/smtp-transport.ts'
import { desk } from '#testing/actors.testing.ts'
import { aMailServer } from '#testing/mail-server.testing.ts'
import { aSubscriber, someNewsletterSettings, storedSubscriber } from '#testing/newsletter.testing.ts'
import { aNewsroom } from '#testing/newsroom.testing.ts'
import { anArticle } from '#testing/stories.testing.ts'
import { sendEditions } from './send-editions.ts'

const MINUTE_MS = 60_000

aNewsroom()
const server = aMailServer()

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  await someNewsletterSettings()
  await anArticle({ status: 'published', headline: 'Harbours fill again' })
  await anArticle({ status: 'published', headline: 'الموانئ تمتلئ من جديد', locale: 'ar' })
})

afterEach(() => {
  vi.useRealTimers()
})

async function anEdition() {
  vi.setSystemTime(Date.now() + 1_000)
  const edition = await makeEdition(desk, { newsletter: 'daily', dueAt: new Date() })
  if (!edition) throw new Error('There is an edition already')
  return edition.id
}

async function send({
  answerMs = 5_000,
  connections = 3,
  holder = 'one',
  signal = new AbortController().signal,
} = {}) {
  const transport = smtpTransport({ url: server.url, connections, perSecond: 0, dkim: null, answerMs })
  try {
    return await sendEditions({ transport, holder, signal })
  } finally {
    await transport.close()
  }
}

const states = async (id: number) => countDeliveries(reader(), id)
const stateOf = async (id: number) => (await editionById(reader(), id))?.state
const recipients = () => server.received.map(({ to }) => to).sort()

describe('an edition', () => {
  it('goes to every subscriber once, in their language', async () => {
    await aSubscriber('reader@example.org')
    await aSubscriber('qari@example.org', { locale: 'ar' })
    await aSubscriber('weekly@example.org', { newsletters: ['weekly'] })
    const id = await anEdition()
    await send()
    await send()
    expect(recipients()).toEqual(['qari@example.org', 'reader@example.org'])
    expect(await stateOf(id)).toBe('sent')
    expect(await editionById(reader(), id)).toMatchObject({ sent: 2, refused: 0, unconfirmed: 0 })
  })

  it('passes over those who subscribed after it was made, and does not wait for them', async () => {
    await aSubscriber('early@example.org')
    const id = await anEdition()
    await aSubscriber('late@example.org', { confirmedAt: new Date(Date.now() + 60_000) })
    await send()
    expect(recipients()).toEqual(['early@example.org'])
    expect(await stateOf(id)).toBe('sent')
  })

  it('ends at once when nobody subscribes to it', async () => {
    const id = await anEdition()
    await send()
    expect(await stateOf(id)).toBe('sent')
  })
})

describe('a mail server that', () => {
  it('answers 451 gets the mail again later', async () => {
    await aSubscriber('busy@example.org')
    const id = await anEdition()
    server.onMail = () => ({ code: 451, text: 'Try again later' })
    await send()
    expect(await states(id)).toMatchObject({ open: 1, sent: 0 })
    expect(await stateOf(id)).toBe('sending')
    server.onMail = () => null
    await send()
    expect(recipients()).toEqual([])
    vi.setSystemTime(Date.now() + 5 * MINUTE_MS)
    await send()
    expect(recipients()).toEqual(['busy@example.org'])
    expect(await stateOf(id)).toBe('sent')
  })

  it('answers 451 for a day is believed in the end', async () => {
    const busy = await aSubscriber('busy@example.org')
    const id = await anEdition()
    let asked = 0
    server.onMail = () => {
      asked += 1
      return { code: 451, text: '4.2.2 Mailbox full' }
    }
    for (let hour = 0; hour < 48; hour++) {
      await send()
      vi.setSystemTime(Date.now() + 60 * MINUTE_MS)
    }
    expect(asked).toBe(9)
    expect(await editionById(reader(), id)).toMatchObject({ state: 'sent', refused: 1 })
    expect(await storedSubscriber(busy)).toMatchObject({ softBounces: 1, silencedFor: null })
  })

  it('answers 550 to an address silences it, and the others get their mail', async () => {
    const gone = await aSubscriber('gone@example.org')
    await aSubscriber('here@example.org')
    const id = await anEdition()
    server.onRecipient = address =>
      address.startsWith('gone') ? { code: 550, text: '5.1.1 No such user' } : null
    await send()
    expect(recipients()).toEqual(['here@example.org'])
    expect(await editionById(reader(), id)).toMatchObject({ state: 'sent', sent: 1, refused: 1 })
    expect(await storedSubscriber(gone)).toMatchObject({ silencedFor: 'bounced' })
  })

  it('refuses what a mail says silences nobody', async () => {
    const reader1 = await aSubscriber('reader@example.org')
    const id = await anEdition()
    server.onMail = () => ({ code: 554, text: '5.7.1 This looks like spam' })
    await send()
    expect(await editionById(reader(), id)).toMatchObject({ refused: 1 })
    expect(await storedSubscriber(reader1)).toMatchObject({ silencedFor: null })
  })

  it('takes nothing from the sender pauses the edition for a person', async () => {
    await aSubscriber('reader@example.org')
    const id = await anEdition()
    server.onSender = () => ({ code: 550, text: '5.7.1 Sender not allowed' })
    await send()
    expect(await editionById(reader(), id)).toMatchObject({
      state: 'paused',
      failure: expect.stringContaining('Sender not allowed'),
    })
    server.onSender = () => null
    await write(tx => changeEdition(tx, { id, from: ['paused'] }, { state: 'sending' }))
    await send()
    expect(recipients()).toEqual(['reader@example.org'])
  })

  it('refuses one mail after the other is not asked for all of them', async () => {
    for (let number = 1; number <= 40; number++) await aSubscriber(`reader${number}@example.org`)
    const id = await anEdition()
    let asked = 0
    server.onMail = () => {
      asked += 1
      return { code: 554, text: '5.7.1 Blocked' }
    }
    await send()
    expect(await stateOf(id)).toBe('paused')
    expect(asked).toBeLessThan(35)
  })

  it('does not answer after the last byte leaves the mail unconfirmed, and only a person sends it again', async () => {
    await aSubscriber('reader@example.org')
    const id = await anEdition()
    server.onMail = () => 'silence'
    await send({ answerMs: 300 })
    await send({ answerMs: 300 })
    expect(server.received).toHaveLength(1)
    expect(await editionById(reader(), id)).toMatchObject({ state: 'sent', unconfirmed: 1 })
    server.onMail = () => null
    await write(async tx => {
      await sendUnconfirmedAgain(tx, id, new Date())
      await changeEdition(tx, { id, from: ['sent'] }, { state: 'sending' })
    })
    await send()
    expect(server.received).toHaveLength(2)
    const [first, second] = server.received.map(({ raw }) => /^Message-ID: (.*)$/im.exec(raw)?.[1])
    expect(second).toBe(first)
  })

  it('is away gets everything when it is back', async () => {
    await aSubscriber('reader@example.org')
    const id = await anEdition()
    await server.away()
    expect(await send()).toMatchObject({ sent: 0, unreachable: expect.any(String) })
    expect(await states(id)).toMatchObject({ open: 1 })
    await server.back()
    await send()
    expect(recipients()).toEqual(['reader@example.org'])
  })
})

describe('while an edition is on its way', () => {
  it('nothing leaves any more once it is paused', async () => {
    for (let number = 1; number <= 30; number++) await aSubscriber(`reader${number}@example.org`)
    const id = await anEdition()
    let received = 0
    server.onMail = async () => {
      received += 1
      if (received === 5) await write(tx => changeEdition(tx, { id, from: ['sending'] }, { state: 'paused' }))
      return null
    }
    await send({ connections: 1 })
    expect(server.received).toHaveLength(5)
    await write(tx => changeEdition(tx, { id, from: ['paused'] }, { state: 'sending' }))
    await send()
    expect(new Set(recipients()).size).toBe(30)
    expect(server.received).toHaveLength(30)
  })

  it('who leaves gets nothing any more', async () => {
    await aSubscriber('first@example.org')
    await aSubscriber('second@example.org')
    await anEdition()
    server.onMail = async ({ to, raw }) => {
      if (to === 'first@example.org') {
        const token = /leave\/([\w.-]+)>, <mailto/.exec(raw)?.[1] ?? ''
        await leave(token)
      }
      return null
    }
    await send({ connections: 1 })
    server.onMail = () => null
    vi.setSystemTime(Date.now() + 1_000)
    await anArticle({ status: 'published', headline: 'More news' })
    const next = await anEdition()
    await send()
    expect(recipients()).toEqual(['first@example.org', 'second@example.org', 'second@example.org'])
    expect(await stateOf(next)).toBe('sent')
  })

  it('a second process that believes to hold the lease doubles nothing', async () => {
    for (let number = 1; number <= 60; number++) await aSubscriber(`reader${number}@example.org`)
    await anEdition()
    await Promise.all([send({ holder: 'one' }), send({ holder: 'two' })])
    await send()
    expect(new Set(recipients()).size).toBe(60)
    expect(server.received).toHaveLength(60)
  })

  it('a stop lets what is under way end, and the rest waits', async () => {
    for (let number = 1; number <= 30; number++) await aSubscriber(`reader${number}@example.org`)
    const id = await anEdition()
    const stop = new AbortController()
    server.onMail = () => {
      stop.abort()
      return null
    }
    await send({ signal: stop.signal })
    const before = server.received.length
    expect(before).toBeLessThan(10)
    expect(await states(id)).toMatchObject({ sent: before })
    await send()
    expect(server.received).toHaveLength(30)
  })
})
