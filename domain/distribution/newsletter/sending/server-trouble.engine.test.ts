import { beforeEach, describe, expect, it, vi } from 'vitest'
import { reader } from '#db/open.ts'
import { countDeliveries, editionById, newestEditions } from '#db/queries/newsletter/editions.ts'
import { makeEdition } from '#domain/distribution/newsletter/editions/make-edition.ts'
import type { MailTransport, Sent } from '#domain/distribution/newsletter/transport/mail-transport.ts'
import { desk } from '#testing/actors.testing.ts'
import { aSubscriber, someNewsletterSettings } from '#testing/newsletter.testing.ts'
import { aNewsroom } from '#testing/newsroom.testing.ts'
import { anArticle } from '#testing/stories.testing.ts'
import { sendEditions } from './send-editions.ts'

const SUBSCRIBERS = 60

aNewsroom()
beforeEach(async () => {
  await someNewsletterSettings()
  await anArticle({ status: 'published', headline: 'Harbours fill again' })
  for (let number = 1; number <= SUBSCRIBERS; number++) await aSubscriber(`reader${number}@example.org`)
  const now = new Date(Date.now() + 1_000)
  await makeEdition(desk, { newsletter: 'daily', dueAt: now }, now)
})

type Fate = Sent | 'kept'

/** Sends once, over a way out on which each message fares as the test says. */
async function sendOver(
  fate: (to: string) => Fate,
  { holder = 'one', answerTo = async (_to: string): Promise<Sent> => ({ kind: 'sent' }) } = {},
) {
  const kept: string[] = []
  let asked = 0
  const transport: MailTransport = {
    atOnce: 3,
    close: async () => {},
    async send({ to }, handOver) {
      asked += 1
      const sent = fate(to)
      if (sent !== 'kept') return sent
      if (!(await handOver())) return { kind: 'abandoned' }
      kept.push(to)
      return answerTo(to)
    },
  }
  const report = await sendEditions({ transport, holder, signal: new AbortController().signal })
  return { ...report, kept, asked }
}

async function theEdition() {
  const [edition] = await newestEditions(reader(), 1)
  const counts = await countDeliveries(reader(), edition?.id ?? 0)
  return { state: (await editionById(reader(), edition?.id ?? 0))?.state, counts }
}

describe('a mail server that', () => {
  it('puts everything off is not asked for the rest, whose tries are saved', async () => {
    const answer = '451 4.7.0 Too much mail today'
    const { asked, unreachable } = await sendOver(() => ({ kind: 'deferred', answer }))
    expect(asked).toBeLessThan(30)
    expect(unreachable).toBe(answer)
    const { kept } = await sendOver(() => 'kept')
    expect(kept.length).toBe(SUBSCRIBERS - asked)
    expect(await theEdition()).toMatchObject({ state: 'sending', counts: { open: asked } })
  })

  it('breaks off now and then still gets everything in one round or two', async () => {
    let number = 0
    const fate = (): Sent | 'kept' => (++number % 7 === 0 ? { kind: 'broken', answer: 'Closed' } : 'kept')
    const kept = [...(await sendOver(fate)).kept, ...(await sendOver(() => 'kept')).kept]
    expect(new Set(kept).size).toBe(SUBSCRIBERS)
    expect(kept).toHaveLength(SUBSCRIBERS)
    expect(await theEdition()).toMatchObject({ state: 'sent', counts: { sent: SUBSCRIBERS } })
  })

  it('breaks off at one message puts that off, and all others get theirs', async () => {
    const isPoison = (to: string) => to === 'reader7@example.org'
    for (let round = 1; round <= 6; round++)
      await sendOver(to => (isPoison(to) ? { kind: 'broken', answer: 'Closed' } : 'kept'))
    expect(await theEdition()).toMatchObject({ counts: { open: 1, sent: SUBSCRIBERS - 1 } })
    expect((await sendOver(() => 'kept')).asked).toBe(0)
  })

  it('refuses the password is asked by those that are on their way only', async () => {
    const { asked, unreachable } = await sendOver(() => ({
      ...{ kind: 'unreachable', answer: '535 Wrong password', isLasting: true },
    }))
    expect(asked).toBeLessThanOrEqual(3)
    expect(unreachable).toContain('Wrong password')
    expect((await sendOver(() => 'kept')).kept).toHaveLength(SUBSCRIBERS)
  })
})

describe('an answer that comes after another process has ended the edition', () => {
  /** The last reader's answer comes when the second process is done. */
  async function answeredLate(answer: Sent): Promise<void> {
    let giveAnswer = (_answer: Sent) => {}
    const late = new Promise<Sent>(resolve => {
      giveAnswer = resolve
    })
    const isLast = (to: string) => to === `reader${SUBSCRIBERS}@example.org`
    const first = sendOver(() => 'kept', {
      answerTo: async to => (isLast(to) ? late : { kind: 'sent' }),
    })
    await vi.waitFor(async () => expect((await theEdition()).counts).toMatchObject({ sent: SUBSCRIBERS - 1 }))
    await sendOver(() => 'kept', { holder: 'two' })
    expect(await theEdition()).toMatchObject({ state: 'sent', counts: { unconfirmed: 1 } })
    giveAnswer(answer)
    await first
  }

  it('counts, when it is a yes', async () => {
    await answeredLate({ kind: 'sent' })
    const [edition] = await newestEditions(reader(), 1)
    expect(edition).toMatchObject({ state: 'sent', sent: SUBSCRIBERS, unconfirmed: 0 })
  })

  it('lets the edition go on, when the server wants it again', async () => {
    await answeredLate({ kind: 'deferred', answer: '451 4.3.0 Later' })
    expect(await theEdition()).toMatchObject({ state: 'sending', counts: { open: 1, unconfirmed: 0 } })
  })
})
