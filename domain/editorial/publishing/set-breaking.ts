import type { BreakingStrip } from '#db/queries/catalogue.ts'
import { nameChange } from '#db/queries/changes.ts'
import { findArticleOf } from '#db/queries/publishing.ts'
import { writeAudit } from '#db/queries/writing/audit.ts'
import { putBreaking } from '#db/queries/writing/front.ts'
import { type Tx, write } from '#db/write.ts'
import type { Actor } from '#domain/editorial/accounts/actor.ts'
import { requirePermission } from '#domain/editorial/accounts/require-permission.ts'
import { ExpectedError } from '#errors/expected-error.ts'
import type { Locale } from '#i18n/locales.ts'
import { tag } from './tags.ts'

export type BreakingNews = {
  locale: Locale
  /** The headline of the story in this language when it is not given. */
  text?: string
  /** The story that the strip leads to. */
  storyId?: number
  /** Time of the news; now when not given. */
  at?: Date
  /** End of the strip; without one it stays until somebody clears it. */
  until?: Date | null
  now?: Date
}

/**
 * Puts breaking news into the red strip of every page of a language, in place of what stands there.
 * @throws ExpectedError 'publishing.refused.breakingNeedsText' without a text and a story, '….breakingLeadsNowhere' when
 * the story is not published in this language, '….breakingIsOver' when it would be over before it began
 */
export function setBreaking(actor: Actor, news: BreakingNews): Promise<BreakingStrip> {
  return write(tx => setBreakingIn(tx, actor, news))
}

export async function setBreakingIn(tx: Tx, actor: Actor, news: BreakingNews): Promise<BreakingStrip> {
  const { locale, storyId = null, now = new Date(), until = null } = news
  requirePermission(actor, 'front.write', { kind: 'breaking', locale })
  const { at = now } = news
  const headline = storyId === null ? '' : await publishedHeadline(tx, storyId, locale)
  const text = news.text?.trim() || headline
  if (!text) throw new ExpectedError('publishing.refused.breakingNeedsText')
  if (until && until <= at) {
    throw new ExpectedError('publishing.refused.breakingIsOver')
  }
  const strip = { text, storyId, at, until }
  await putBreaking(tx, locale, strip)
  await writeAudit(tx, {
    at: now,
    actor: actor.name,
    verb: 'set-breaking',
    subject: `breaking:${locale}`,
    detail: { text, storyId, until: until?.toISOString() ?? null },
  })
  await nameChange(tx, now, [tag.breaking(locale), tag.front(locale)])
  return { locale, ...strip }
}

async function publishedHeadline(tx: Tx, storyId: number, locale: Locale): Promise<string> {
  const article = await findArticleOf(tx, storyId, locale)
  if (article?.status !== 'published') {
    throw new ExpectedError('publishing.refused.breakingLeadsNowhere', { story: storyId, locale })
  }
  return article.headline
}
