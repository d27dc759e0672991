import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { reader } from '#db/open.ts'
import { insertEdition } from '#db/queries/newsletter/editions.ts'
import { updateSubscriber } from '#db/queries/newsletter/subscribers.ts'
import { deliveries } from '#db/schema/tables.ts'
import { write } from '#db/write.ts'
import { holdSendingIn } from '#domain/distribution/newsletter/holding.ts'
import { saveNewsletter } from '#domain/editorial/filing/save-newsletter.ts'
import { forgetSettings } from '#settings/settings.testing.ts'
import { desk } from '#testing/actors.testing.ts'
import { aSubscriber, someNewsletterSettings } from '#testing/newsletter.testing.ts'
import { aNewsroom } from '#testing/newsroom.testing.ts'
import type { Examined } from './check.ts'
import { newsletter } from './newsletter.ts'

const newsroom = aNewsroom()
const now = new Date('2026-11-30T12:00:00Z')
const DAY_MS = 24 * 60 * 60 * 1000

beforeEach(() => setting({ PRESS_URL: 'https://press.example.org', SMTP_URL: 'smtp://127.0.0.1:1' }))

afterEach(() => {
  vi.unstubAllEnvs()
  forgetSettings()
})

function setting(values: Record<string, string>): void {
  for (const [name, value] of Object.entries(values)) vi.stubEnv(name, value)
  forgetSettings()
}

async function findings() {
  const stored: Examined = {
    db: reader(),
    migrations: async () => [],
    brokenReferences: async () => [],
  }
  const found = await newsletter.examine({ stored, now, dataDir: newsroom.dataDir, progress: () => {} })
  return found.map(({ level, what, todo, examples = [] }) => [level, [what, ...examples, todo].join(' ')])
}

type EditionWish = Partial<Parameters<typeof insertEdition>[1]>

const anEdition = (wish: EditionWish) =>
  write(async tx => {
    const edition = { newsletter: 'daily', dueAt: now, state: 'sent', madeAt: now, newsUntil: now } as const
    return (await insertEdition(tx, { ...edition, ...wish }))?.id ?? 0
  })

const told = (level: 'problem' | 'note', words: RegExp) => [[level, expect.stringMatching(words)]]

describe('the doctor of the newsletter', () => {
  it('has nothing to say about one that goes out', async () => {
    await someNewsletterSettings()
    await aSubscriber('reader@example.org')
    await anEdition({ sent: 1 })
    await anEdition({ newsletter: 'weekly', state: 'cancelled' })
    expect(await findings()).toEqual([])
  })

  it('says why sending is on hold, and both ways on', async () => {
    await someNewsletterSettings()
    await write(tx => holdSendingIn(tx, 'moved', now))
    expect(await findings()).toEqual(
      told(
        'problem',
        /2026-11-30T12:00.*moved from another database.*suppressions import FILE.*newsletter resume/,
      ),
    )
  })

  it('names editions that wait for a person, with the reason', async () => {
    await someNewsletterSettings()
    await anEdition({ state: 'late' })
    await anEdition({ newsletter: 'weekly', state: 'paused', failure: '550 Sender not allowed' })
    expect(await findings()).toEqual(
      told(
        'problem',
        /: 2\..*\(daily\).*, late edition.*\(weekly\).*paused: 550 Sender not allowed.*resume ID/,
      ),
    )
  })

  it('misses the postal address, and more so when somebody has subscribed', async () => {
    expect(await findings()).toEqual(told('note', /no postal address.* in Arabic/))
    await saveNewsletter(desk, { postalAddress: { ar: 'شارع' } })
    await aSubscriber('reader@example.org')
    expect(await findings()).toEqual(told('problem', /in English.*--postal-address-en/))
    const isOn = false
    await saveNewsletter(desk, { newsletters: { daily: { isOn }, weekly: { isOn }, breaking: { isOn } } })
    expect(await findings()).toEqual([])
  })

  it('misses https when mails leave for subscribers', async () => {
    await someNewsletterSettings()
    setting({ PRESS_URL: 'http://press.example.org' })
    expect(await findings()).toEqual([])
    await aSubscriber('reader@example.org')
    expect(await findings()).toEqual(told('problem', /PRESS_URL is http:\/\/press\.example\.org.*one click/))
    setting({ SMTP_URL: '' })
    expect(await findings()).toEqual(told('note', /over https/))
  })

  it('counts mails that nobody knows to have arrived, as long as they can be sent again', async () => {
    await someNewsletterSettings()
    const subscriberId = await aSubscriber('reader@example.org')
    await anEdition({ unconfirmed: 3 })
    const editionId = await anEdition({ newsletter: 'weekly', state: 'sending' })
    await write(async tx => {
      await tx.insert(deliveries).values({ editionId, subscriberId, state: 'unconfirmed', nextAt: now })
    })
    expect(await findings()).toEqual(told('note', /: 4\..*\(weekly\): 1 edition.*\(daily\): 3/))
  })

  it('forgets those of editions that are long over', async () => {
    await someNewsletterSettings()
    await anEdition({ unconfirmed: 3, madeAt: new Date(now.getTime() - 31 * DAY_MS) })
    expect(await findings()).toEqual([])
  })

  it('counts subscribers who are written to no more', async () => {
    await someNewsletterSettings()
    await aSubscriber('reader@example.org')
    const id = await aSubscriber('gone@example.org')
    await write(tx => updateSubscriber(tx, id, { silencedAt: now, silencedFor: 'bounced' }))
    expect(await findings()).toEqual(told('note', /no more.*: 1 of 2\./))
  })
})
