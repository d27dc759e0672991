/*
 * For tests of crashes and of two processes at once, in a process of its own: `prepare DIR COUNT` makes a newsroom with
 * an edition and so many subscribers, `send DIR SERVER` sends the edition without a lease until it has ended or somebody
 * kills it, and `report DIR` tells how all deliveries stand.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { openDatabase, reader } from '#db/open.ts'
import { listedDeliveries } from '#db/queries/newsletter/deliveries.ts'
import { newestEditions } from '#db/queries/newsletter/editions.ts'
import { insertSubscriber, putSubscriptions } from '#db/queries/newsletter/subscribers.ts'
import { write } from '#db/write.ts'
import { makeEdition } from '#domain/distribution/newsletter/editions/make-edition.ts'
import { smtpTransport } from '#domain/distribution/newsletter/transport/smtp-transport.ts'
import { thisProcess } from '#domain/editorial/jobs/this-process.ts'
import { desk } from '#testing/actors.testing.ts'
import { someNewsletterSettings } from '#testing/newsletter.testing.ts'
import { anArticle } from '#testing/stories.testing.ts'
import { sendEditions } from './send-editions.ts'

const CONNECTIONS = 5
const BETWEEN_ROUNDS_MS = 5

const [verb, dataDir = '', argument = ''] = process.argv.slice(2)
const database = openDatabase(dataDir)
await database.ready
if (verb === 'prepare') await prepare(Number(argument))
if (verb === 'send') await send(argument)
if (verb === 'report') say(await report())
await database.close()

async function prepare(count: number): Promise<void> {
  await someNewsletterSettings()
  await anArticle({ status: 'published', headline: 'Harbours fill again' })
  await anArticle({ status: 'published', headline: 'الموانئ تمتلئ من جديد', locale: 'ar' })
  const at = new Date('2026-01-03T08:00:00Z')
  await write(async tx => {
    for (let number = 1; number <= count; number++) {
      const address = `reader${number}@example.org`
      const locale = number % 2 === 0 ? 'ar' : 'en'
      const id = await insertSubscriber(tx, {
        ...{ address, addressKey: address, locale, confirmedAt: at, changedAt: at, consentAt: at },
        ...{ consentForm: 'page', consentWording: 'Sign up', consentLocale: locale },
      })
      await putSubscriptions(tx, id, ['daily'])
    }
  })
  const now = new Date(Date.now() + 1_000)
  await makeEdition(desk, { newsletter: 'daily', dueAt: now }, now)
}

async function send(url: string): Promise<void> {
  const { signal } = new AbortController()
  say({ ready: true })
  while ((await theEdition()).state === 'sending') {
    const transport = smtpTransport({ url, connections: CONNECTIONS, perSecond: 0, dkim: null })
    await sendEditions({ transport, holder: thisProcess, signal })
    await transport.close()
    await sleep(BETWEEN_ROUNDS_MS)
  }
}

async function report() {
  const edition = await theEdition()
  const deliveries = await listedDeliveries(reader(), {
    ...{ editionId: edition.id, after: 0, limit: 1_000_000 },
    states: ['waiting', 'claimed', 'handed', 'sent', 'refused', 'unconfirmed', 'skipped', 'returned'],
  })
  return { edition, deliveries }
}

async function theEdition() {
  const [edition] = await newestEditions(reader(), 1)
  if (!edition) throw new Error('There is no edition')
  return edition
}

function say(line: Record<string, unknown>): void {
  process.stdout.write(`${JSON.stringify(line)}\n`)
}
