import { reader } from '#db/open.ts'
import { type Edition, hasEditionFor } from '#db/queries/newsletter/editions.ts'
import { hasStories } from '#db/queries/whole-newsroom.ts'
import { write } from '#db/write.ts'
import { currentHold, noteStartIn, startedAt } from '#domain/distribution/newsletter/holding.ts'
import { hoursSince } from '#domain/distribution/newsletter/settings/hours-since.ts'
import {
  newsletterNames,
  newsletterSettings,
} from '#domain/distribution/newsletter/settings/newsletter-settings.ts'
import { systemActor } from '#domain/editorial/accounts/actor.ts'
import { keepEditionIn } from '#domain/editorial/newsletter/keep-edition.ts'
import { isAnythingDue } from '#domain/editorial/publishing/publish-due.ts'
import { isExpected } from '#errors/expected-error.ts'
import { errorWords } from '#i18n/error-words.ts'
import { latestSlot } from './edition-slot.ts'
import { makeEdition } from './make-edition.ts'

const MINUTE_MS = 60_000
/** An edition that is later than this waits for a person. */
const LATE_MS = 3 * 60 * MINUTE_MS

const program = systemActor('newsletter')

/** Makes the editions that are due; one that is late is kept for a person to decide about. */
export async function makeDueEditions(now = new Date()): Promise<Edition[]> {
  const due = await dueNewsletters(now)
  const made: Edition[] = []
  for (const wanted of due) {
    const edition = await makeOrKeep(wanted, now)
    if (edition) made.push(edition)
  }
  return made
}

/** Whether an edition is due that has not been made, or the start is to be noted. It writes nothing. */
export async function isAnyEditionDue(now = new Date()): Promise<boolean> {
  /* A database that waits for a backup has to stay empty. */
  if ((await startedAt(reader())) === null) return hasStories(reader())
  return (await dueNewsletters(now)).length > 0
}

type Due = { newsletter: (typeof newsletterNames)[number]; dueAt: Date }

async function dueNewsletters(now: Date): Promise<Due[]> {
  const db = reader()
  if (await currentHold(db)) return []
  const started = await startedAt(db)
  if (!started) {
    await write(tx => noteStartIn(tx, now))
    return []
  }
  const { newsletters } = await newsletterSettings(db)
  /* An hour that is over when somebody sets it is that of tomorrow; the minute that has begun is meant as now. */
  const hours = await hoursSince(db)
  const due: Due[] = []
  for (const newsletter of newsletterNames) {
    const dueAt = newsletters[newsletter].isOn ? latestSlot(newsletters[newsletter], now) : null
    const isPast = dueAt && hours[newsletter] && dueAt.getTime() <= hours[newsletter].getTime() - MINUTE_MS
    if (!dueAt || dueAt <= started || isPast || (await hasEditionFor(db, newsletter, dueAt))) continue
    due.push({ newsletter, dueAt })
  }
  /* A story of that very hour has its time before it is there: it would be too new for this edition, too old for the next. */
  return due.length > 0 && (await isAnythingDue(now)) ? [] : due
}

async function makeOrKeep({ newsletter, dueAt }: Due, now: Date): Promise<Edition | null> {
  const keep = (failure: string | null) =>
    write(tx => keepEditionIn(tx, program, { newsletter, dueAt, texts: [], late: { failure }, now }))
  if (now.getTime() - dueAt.getTime() > LATE_MS) return keep(null)
  try {
    return await makeEdition(program, { newsletter, dueAt }, now)
  } catch (error) {
    /* Tried every few seconds it would fail each time: a person mends it and lets the edition go. */
    if (isExpected(error, 'newsletter')) return keep(errorWords(error, 'en'))
    throw error
  }
}
