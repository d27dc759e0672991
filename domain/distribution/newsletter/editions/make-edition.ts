import { reader } from '#db/open.ts'
import {
  changeEdition,
  type Edition,
  type EditionText,
  editionsIn,
  insertEdition,
  lastWithNews,
  putEditionTexts,
} from '#db/queries/newsletter/editions.ts'
import type { NewsletterKind } from '#db/schema/tables.ts'
import { write } from '#db/write.ts'
import { localeList } from '#i18n/locales.ts'
import { chooseStories } from './choose-stories.ts'
import { type Composing, composeText, composingFor } from './compose-text.ts'

const HOUR_MS = 60 * 60 * 1000
/* The first edition has the news of its own rhythm; one after a long pause is no yearbook. */
const NEWS_OF_MS: Record<NewsletterKind, { first: number; most: number }> = {
  daily: { first: 24 * HOUR_MS, most: 72 * HOUR_MS },
  weekly: { first: 7 * 24 * HOUR_MS, most: 14 * 24 * HOUR_MS },
  breaking: { first: 24 * HOUR_MS, most: 24 * HOUR_MS },
}

export type Wanted = { newsletter: NewsletterKind; dueAt: Date; actor: string }

/**
 * Makes an edition of what was published since the one before, in each language that has news, and lets it go. Without any
 * news it is kept as empty, and nothing is sent.
 * @returns null when there is an edition for that moment already
 * @throws ExpectedError `newsletter.noPostalAddress`
 */
export async function makeEdition({ newsletter, dueAt }: Wanted, now = new Date()): Promise<Edition | null> {
  const texts = await textsOf(newsletter, await composingFor(newsletter), now)
  const state = texts.length > 0 ? 'sending' : 'empty'
  return write(async tx => {
    const edition = await insertEdition(tx, {
      ...{ newsletter, dueAt, state, madeAt: now, newsUntil: now },
      finishedAt: state === 'empty' ? now : null,
    })
    if (!edition) return null
    await putEditionTexts(tx, edition.id, texts)
    /* An older one that still waits for a person would bring yesterday's news after today's. */
    for (const older of await editionsIn(tx, ['late']))
      if (older.newsletter === newsletter && older.dueAt < dueAt)
        await changeEdition(tx, { id: older.id, from: ['late'] }, { state: 'cancelled', finishedAt: now })
    return edition
  })
}

/**
 * Lets an edition that waited for a person go, with the news up to now.
 * @throws ExpectedError `newsletter.noPostalAddress`
 */
export async function composeLateEdition(edition: Edition, now: Date): Promise<EditionText[]> {
  return textsOf(edition.newsletter, await composingFor(edition.newsletter), now)
}

async function textsOf(newsletter: NewsletterKind, composing: Composing, now: Date): Promise<EditionText[]> {
  const since = await newsSince(newsletter, now)
  const texts: EditionText[] = []
  for (const locale of localeList) {
    const stories = await chooseStories({ locale, since, now, most: composing.newsletter.stories })
    if (stories.length > 0) texts.push(await composeText(composing, { locale, stories, at: now }))
  }
  return texts
}

async function newsSince(newsletter: NewsletterKind, now: Date): Promise<Date> {
  const { first, most } = NEWS_OF_MS[newsletter]
  const last = await lastWithNews(reader(), newsletter)
  return last
    ? new Date(Math.max(last.newsUntil.getTime(), now.getTime() - most))
    : new Date(now.getTime() - first)
}
