import type { Reader } from '#db/open.ts'
import { countDeliveries, type Edition, editionsIn, newestEditions } from '#db/queries/newsletter/editions.ts'
import { countAll } from '#db/queries/newsletter/subscribers.ts'
import { currentHold } from '#domain/distribution/newsletter/holding.ts'
import { newsletterSettings } from '#domain/distribution/newsletter/settings/newsletter-settings.ts'
import { ExpectedError } from '#errors/expected-error.ts'
import { localeList } from '#i18n/locales.ts'
import { settingsOrDefaults } from '#settings/settings.ts'
import { type DatabaseCheck, examplesOf, type Finding, findingOf } from './check.ts'

/** Checks that nothing keeps the newsletter from its readers, and says which readers it does not reach. */
export const newsletter: DatabaseCheck = {
  name: 'newsletter',
  async examine({ stored: { db }, now }) {
    const subscribers = await countAll(db)
    return [
      ...(await onHold(db)),
      ...(await waitingEditions(db)),
      ...(await withoutPostalAddress(db, subscribers.all > 0)),
      ...(subscribers.all > 0 ? withoutHttps() : []),
      ...(await unconfirmed(db, now)),
      ...silenced(subscribers),
    ]
  },
}

async function onHold(db: Reader): Promise<Finding[]> {
  const hold = await currentHold(db)
  if (!hold) return []
  const { reason, since } = hold
  return [findingOf(new ExpectedError('newsletter.held', { reason, since: since.toISOString() }))]
}

async function waitingEditions(db: Reader): Promise<Finding[]> {
  const waiting = await editionsIn(db, ['late', 'paused'])
  if (waiting.length === 0) return []
  return [
    {
      level: 'problem',
      what: `Editions of the newsletter that wait for a person: ${waiting.length}.`,
      todo: 'Mend what they say, then let each go (press newsletter resume ID) or drop it (press newsletter cancel ID).',
      examples: examplesOf(waiting.map(nameOf)),
    },
  ]
}

function nameOf({ id, newsletter, dueAt, state, failure }: Edition): string {
  const name = `edition ${id} (${newsletter}), due at ${dueAt.toISOString()}, ${state}`
  return failure === null ? name : `${name}: ${failure}`
}

/* Before anybody has subscribed, nobody waits for an edition. */
async function withoutPostalAddress(db: Reader, isAwaited: boolean): Promise<Finding[]> {
  const { newsletters, postalAddress } = await newsletterSettings(db)
  const locale = localeList.find(each => !postalAddress[each])
  if (!locale || !Object.values(newsletters).some(({ isOn }) => isOn)) return []
  const finding = findingOf(new ExpectedError('newsletter.noPostalAddress', { locale }))
  return [{ ...finding, level: isAwaited ? 'problem' : 'note' }]
}

function withoutHttps(): Finding[] {
  const { siteUrl, smtpUrl } = settingsOrDefaults()
  if (siteUrl.startsWith('https://')) return []
  return [
    {
      /* Mails that become files reach no mail program. */
      level: smtpUrl === null ? 'note' : 'problem',
      what: `PRESS_URL is ${siteUrl}, but mail programs offer to leave the newsletter by one click over https alone, and large providers refuse mails without.`,
      todo: 'Serve the site over https, and set PRESS_URL to that address.',
    },
  ]
}

const KEPT_MS = 30 * 24 * 60 * 60 * 1000
/* More than go out while they are kept. */
const EDITIONS = 100

/* An edition that ended longer ago can be sent again by nobody. */
async function unconfirmed(db: Reader, now: Date): Promise<Finding[]> {
  const about: string[] = []
  let mails = 0
  for (const edition of await newestEditions(db, EDITIONS)) {
    if (edition.madeAt.getTime() < now.getTime() - KEPT_MS) break
    const isOpen = edition.state === 'sending' || edition.state === 'paused'
    const count = (isOpen ? await countDeliveries(db, edition.id) : edition).unconfirmed
    if (count > 0) about.push(`edition ${edition.id} (${edition.newsletter}): ${count}`)
    mails += count
  }
  if (mails === 0) return []
  return [
    {
      level: 'note',
      what: `Mails that may or may not have arrived, because the mail server did not answer, or the portal ended, after their last byte: ${mails}. They count as delivered.`,
      todo: 'Nothing, unless readers miss an edition: only a person can send them again, and some readers may get it twice then (press newsletter resume --help).',
      examples: examplesOf(about),
    },
  ]
}

function silenced({ all, silenced: count }: { all: number; silenced: number }): Finding[] {
  if (count === 0) return []
  return [
    {
      level: 'note',
      what: `Subscribers who are written to no more, because mails came back or they complained: ${count} of ${all}.`,
      todo: 'Nothing: they can subscribe anew. When they are many at once, ask whether mails arrive: press mail test ADDRESS.',
    },
  ]
}
