import {
  type ArticleFields,
  findArticleOf,
  type StoredArticle,
  sectionOfStory,
} from '#db/queries/publishing.ts'
import { insertArticle, keepRevision, setAuthors } from '#db/queries/writing/articles.ts'
import { writeAudit } from '#db/queries/writing/audit.ts'
import { type Tx, write } from '#db/write.ts'
import type { Actor } from '#domain/editorial/accounts/actor.ts'
import { requirePermission } from '#domain/editorial/accounts/require-permission.ts'
import { ExpectedError } from '#errors/expected-error.ts'
import type { Locale } from '#i18n/locales.ts'
import { type ArticleDraft, articleFields } from './article-draft.ts'

export type NewArticle = ArticleDraft & { storyId: number; locale: Locale; authorIds: number[]; now?: Date }

/**
 * Creates a story's article in one language, as a draft with revision 1.
 * @throws ExpectedError 'publishing.noSuchStory'; 'publishing.refused.exists' when the story has one in that language
 */
export function createArticle(actor: Actor, article: NewArticle): Promise<StoredArticle> {
  return write(tx => createArticleIn(tx, actor, article))
}

export async function createArticleIn(tx: Tx, actor: Actor, article: NewArticle): Promise<StoredArticle> {
  const { storyId, locale, authorIds, now = new Date() } = article
  const sectionId = await sectionOfStory(tx, storyId)
  if (sectionId === null) throw new ExpectedError('publishing.noSuchStory', { story: storyId })
  const subject = { kind: 'article', articleId: null, storyId, sectionId, locale, authorIds } as const
  requirePermission(actor, 'article.write', subject)
  if (await findArticleOf(tx, storyId, locale)) {
    throw new ExpectedError('publishing.refused.exists', { story: storyId })
  }
  const fields: ArticleFields = articleFields(article)
  const created = await insertArticle(tx, { ...fields, storyId, locale, savedAt: now })
  await setAuthors(tx, created.id, authorIds)
  await keepRevision(tx, created, actor.name)
  await writeAudit(tx, { at: now, actor: actor.name, verb: 'create', subject: `article:${created.id}` })
  return created
}
