import { canonicalJson } from '#body/canonical-json.ts'
import { nameChange } from '#db/queries/changes.ts'
import { belongingOf, findArticleOf, sectionOfStory } from '#db/queries/publishing.ts'
import { type PictureTexts, pictureTextsOf } from '#db/queries/stories.ts'
import { writeAudit } from '#db/queries/writing/audit.ts'
import { setPictureTexts } from '#db/queries/writing/stories.ts'
import type { Tx } from '#db/write.ts'
import type { Actor } from '#domain/editorial/accounts/actor.ts'
import { requirePermission } from '#domain/editorial/accounts/require-permission.ts'
import { ExpectedError } from '#errors/expected-error.ts'
import type { Locale } from '#i18n/locales.ts'
import { articleSubject } from './article-verb.ts'
import { articleTags } from './tags.ts'

export type PictureDescription = {
  storyId: number
  locale: Locale
  /** Null: the words of the file itself hold again. */
  texts: PictureTexts | null
  now?: Date
}

/**
 * Says in one language what the lead picture of a story shows; the other language keeps its words. To say again what
 * is said already writes nothing.
 * @throws ExpectedError 'publishing.noSuchStory'
 */
export async function describeLeadPictureIn(
  tx: Tx,
  actor: Actor,
  description: PictureDescription,
): Promise<void> {
  const { storyId, locale, texts, now = new Date() } = description
  const sectionId = await sectionOfStory(tx, storyId)
  if (sectionId === null) throw new ExpectedError('publishing.noSuchStory', { story: storyId })
  requirePermission(actor, 'story.write', { kind: 'story', storyId, sectionId })
  const article = await findArticleOf(tx, storyId, locale)
  const isLive = article?.status === 'published'
  const belonging = article && (await belongingOf(tx, article))
  if (isLive && belonging) requirePermission(actor, 'article.publish', articleSubject(article, belonging))
  const before = (await pictureTextsOf(tx, storyId))[locale] ?? null
  if (canonicalJson(before) === canonicalJson(texts)) return
  await setPictureTexts(tx, storyId, locale, texts)
  const detail = { locale }
  await writeAudit(tx, {
    ...{ at: now, actor: actor.name, verb: 'describe-lead-picture', subject: `story:${storyId}`, detail },
  })
  if (isLive && belonging) await nameChange(tx, now, articleTags(locale, [belonging], [article.publishedAt]))
}
