/*
 * A newsroom whose edition goes to many: `prepare DIR COUNT` fills it with subscribers, `send DIR SMTP_URL` makes an
 * edition of the newest stories, sends it and says what that took.
 */
import { monitorEventLoopDelay, performance } from 'node:perf_hooks'
import { openDatabase, reader } from '#db/open.ts'
import { latestHeadlines } from '#db/queries/headlines.ts'
import { editionById } from '#db/queries/newsletter/editions.ts'
import { insertSubscriber, putSubscriptions } from '#db/queries/newsletter/subscribers.ts'
import { write } from '#db/write.ts'
import { makeEdition } from '#domain/distribution/newsletter/editions/make-edition.ts'
import { sendEditions } from '#domain/distribution/newsletter/sending/send-editions.ts'
import { makeTransport } from '#domain/distribution/newsletter/transport/make-transport.ts'
import { systemActor } from '#domain/editorial/accounts/actor.ts'
import { saveNewsletter } from '#domain/editorial/filing/save-newsletter.ts'
import { thisProcess } from '#domain/editorial/jobs/this-process.ts'
import { settings } from '#settings/settings.ts'

const AT_ONCE = 5_000
const HOUR_MS = 3_600_000

const [verb, dataDir = '', argument = ''] = process.argv.slice(2)
const database = openDatabase(dataDir)
await database.ready
if (verb === 'prepare') await prepare(Number(argument))
else process.stdout.write(`${JSON.stringify(await send(argument))}\n`)
await database.close()

async function prepare(count: number): Promise<void> {
  const at = new Date('2026-01-03T08:00:00Z')
  for (let from = 0; from < count; from += AT_ONCE)
    await write(async tx => {
      for (let number = from; number < Math.min(count, from + AT_ONCE); number++) {
        const address = `reader.number.${number}@example.org`
        const locale = number % 2 === 0 ? 'ar' : 'en'
        const id = await insertSubscriber(tx, {
          ...{ address, addressKey: address, locale, confirmedAt: at, changedAt: at, consentAt: at },
          ...{ consentForm: 'page', consentWording: 'Sign up', consentLocale: locale },
        })
        await putSubscriptions(tx, id, ['daily'])
      }
    })
  await saveNewsletter(systemActor('bench'), {
    postalAddress: { ar: 'شارع المطبعة 12، مدينة المرفأ', en: "12 Printers' Street, Harbour City" },
  })
}

async function send(url: string) {
  const [newest] = await latestHeadlines('en', 1)
  const madeAt = new Date((newest?.publishedAt ?? new Date()).getTime() + HOUR_MS)
  const edition = await makeEdition(systemActor('bench'), { newsletter: 'daily', dueAt: new Date() }, madeAt)
  if (edition?.state !== 'sending') throw new Error('There are no stories for an edition')
  const transport = await makeTransport({ ...settings(), smtpUrl: url }, 'example.org')
  const pauses = monitorEventLoopDelay({ resolution: 1 })
  const [cpu, begun] = [process.cpuUsage(), performance.now()]
  pauses.enable()
  const { unreachable } = await sendEditions({
    ...{ transport, holder: thisProcess, signal: new AbortController().signal },
  })
  pauses.disable()
  const { user, system } = process.cpuUsage(cpu)
  const wallMs = performance.now() - begun
  await transport.close()
  const after = await editionById(reader(), edition.id)
  return {
    ...{ sent: after?.sent, state: after?.state, unreachable, wallMs, cpuMs: (user + system) / 1_000 },
    peakMb: process.resourceUsage().maxRSS / 1_024,
    pauses: { mostMs: pauses.max / 1e6, at999Ms: pauses.percentile(99.9) / 1e6 },
  }
}
