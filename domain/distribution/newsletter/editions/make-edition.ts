import { reader } from '#db/open.ts'
import { articleAnswer } from '#db/queries/article.ts'
import {
  type Edition,
  type EditionText,
  editionAbout,
  lastWithNews,
} from '#db/queries/newsletter/editions.ts'
import { teasersOf } from '#db/queries/teasers.ts'
import type { NewsletterKind } from '#db/schema/tables.ts'
import { write } from '#db/write.ts'
import { startedAt } from '#domain/distribution/newsletter/holding.ts'
import type { Actor } from '#domain/editorial/accounts/actor.ts'
import { keepEditionIn } from '#domain/editorial/newsletter/keep-edition.ts'
import { ExpectedError } from '#errors/expected-error.ts'
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

/**
 * Makes an edition of what was published since the one before, in each language that has news, and lets it go. Without any
 * news it is kept as empty, and nothing is sent.
 * @returns null when there is an edition for that moment already
 * @throws ExpectedError `newsletter.noPostalAddress`
 */
export async function makeEdition(
  actor: Actor,
  { newsletter, dueAt }: { newsletter: NewsletterKind; dueAt: Date },
  now = new Date(),
): Promise<Edition | null> {
  const texts = await textsOf(newsletter, now)
  return write(tx => keepEditionIn(tx, actor, { newsletter, dueAt, texts, now }))
}

/**
 * Makes a breaking edition about a story, in each language in which it is published.
 * @throws ExpectedError `newsletter.storyNotPublished`, `newsletter.sentAlready`, `newsletter.noPostalAddress`
 */
export async function makeBreakingEdition(
  actor: Actor,
  { storyId, again = false }: { storyId: number; again?: boolean },
  now = new Date(),
): Promise<Edition> {
  const texts = await textsAbout(storyId, now)
  const edition = await write(async tx => {
    const before = await editionAbout(tx, 'breaking', storyId)
    if (before && !again) throw new ExpectedError('newsletter.sentAlready', { id: before.id, story: storyId })
    return keepEditionIn(tx, actor, { newsletter: 'breaking', dueAt: now, texts, storyId, now })
  })
  if (!edition) throw new ExpectedError('newsletter.sentAlready', { id: 0, story: storyId })
  return edition
}

/**
 * The texts of an edition as it would be now.
 * @throws ExpectedError `newsletter.noPostalAddress`
 */
export async function textsOf(newsletter: NewsletterKind, now: Date): Promise<EditionText[]> {
  const composing = await composingFor(newsletter)
  const since = await newsSince(newsletter, now)
  const texts: EditionText[] = []
  for (const locale of localeList) {
    const stories = await chooseStories({ locale, since, now, most: composing.newsletter.stories })
    if (stories.length > 0) texts.push(await composeText(composing, { locale, stories, at: now }))
  }
  return texts
}

/**
 * The texts of a breaking edition about a story.
 * @throws ExpectedError `newsletter.storyNotPublished`, `newsletter.noPostalAddress`
 */
export async function textsAbout(storyId: number, now: Date): Promise<EditionText[]> {
  const composing: Composing = await composingFor('breaking')
  const texts: EditionText[] = []
  for (const locale of localeList) {
    const answer = await articleAnswer(locale, storyId, now)
    if (answer.state !== 'published') continue
    const stories = await teasersOf([answer.article.id], locale)
    if (stories.length > 0) texts.push(await composeText(composing, { locale, stories, at: now }))
  }
  if (texts.length === 0) throw new ExpectedError('newsletter.storyNotPublished', { story: storyId })
  return texts
}

/* News of an edition that was late and never sent is not lost: the next one has it. */
async function newsSince(newsletter: NewsletterKind, now: Date): Promise<Date> {
  const { first, most } = NEWS_OF_MS[newsletter]
  const last = await lastWithNews(reader(), newsletter)
  const started = (await startedAt(reader())) ?? now
  const since = last ? last.newsUntil.getTime() : started.getTime() - first
  return new Date(Math.max(since, now.getTime() - most))
}
