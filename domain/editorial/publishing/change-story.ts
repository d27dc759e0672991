import { nameChange } from '#db/queries/changes.ts'
import { articlesOfStory, belongingOf, sectionOfStory } from '#db/queries/publishing.ts'
import { relist } from '#db/queries/writing/articles.ts'
import { writeAudit } from '#db/queries/writing/audit.ts'
import { setPictureTexts, updateStory } from '#db/queries/writing/stories.ts'
import type { Tx } from '#db/write.ts'
import { indexArticles } from '#domain/discovery/search/indexing/index-articles.ts'
import type { Actor } from '#domain/editorial/accounts/actor.ts'
import { requirePermission } from '#domain/editorial/accounts/require-permission.ts'
import { ExpectedError } from '#errors/expected-error.ts'
import { localeList } from '#i18n/locales.ts'
import { articleSubject } from './article-verb.ts'
import type { StoryDraft } from './create-story.ts'
import { formerPathTags } from './former-path.ts'
import { articleTags } from './tags.ts'

/**
 * Changes what the languages share: section, topics, lead picture, kind. The articles move to their new lists. Moving a
 * story to another section takes the right to write in both; a story with a published article takes the right to publish.
 * @throws ExpectedError 'publishing.noSuchStory'
 */
export async function changeStoryIn(
  tx: Tx,
  actor: Actor,
  storyId: number,
  draft: Omit<StoryDraft, 'id'>,
): Promise<void> {
  const { pictureTexts, now = new Date(), ...fields } = draft
  const sectionId = await sectionOfStory(tx, storyId)
  if (sectionId === null) throw new ExpectedError('publishing.noSuchStory', { story: storyId })
  for (const each of new Set([sectionId, fields.sectionId]))
    requirePermission(actor, 'story.write', { kind: 'story', storyId, sectionId: each })
  const articles = await articlesOfStory(tx, storyId)
  const before = await Promise.all(articles.map(article => belongingOf(tx, article)))
  for (const [index, article] of articles.entries()) {
    const belonging = before[index]
    if (article.status !== 'published' || !belonging) continue
    requirePermission(actor, 'article.publish', articleSubject(article, belonging))
  }
  await updateStory(tx, storyId, fields)
  for (const locale of localeList) await setPictureTexts(tx, storyId, locale, pictureTexts[locale] ?? null)
  await writeAudit(tx, { at: now, actor: actor.name, verb: 'change', subject: `story:${storyId}` })
  for (const [index, article] of articles.entries()) {
    const after = await belongingOf(tx, article)
    const former = before[index] ?? after
    await relist(tx, article, after)
    if (article.status !== 'published') continue
    await nameChange(tx, now, [
      ...articleTags(article.locale, [former, after], [article.publishedAt]),
      ...(await formerPathTags(tx, { article, belonging: former }, { article, belonging: after })),
    ])
  }
  await indexArticles(tx, articles)
}
