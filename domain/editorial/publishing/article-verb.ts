import { nameChange } from '#db/queries/changes.ts'
import { type Belonging, belongingOf, findArticle, type StoredArticle } from '#db/queries/publishing.ts'
import { relist } from '#db/queries/writing/articles.ts'
import { writeAudit } from '#db/queries/writing/audit.ts'
import { cancelWaiting } from '#db/queries/writing/schedules.ts'
import type { Tx } from '#db/write.ts'
import { indexArticles } from '#domain/discovery/search/indexing/index-articles.ts'
import type { Actor, Permission } from '#domain/editorial/accounts/actor.ts'
import { requirePermission } from '#domain/editorial/accounts/require-permission.ts'
import type { ArticleSubject } from '#domain/editorial/accounts/subject.ts'
import { ExpectedError } from '#errors/expected-error.ts'
import { formerPathTags } from './former-path.ts'
import { articleTags, tag } from './tags.ts'

/** The article that a verb changes, and the newest revision that the caller has seen. */
export type Target = { articleId: number; revision: number; now?: Date }

type VerbContext = { tx: Tx; before: StoredArticle; now: Date; actor: Actor }

export type ArticleVerb = {
  name: string
  /** Some verbs require more while the article is published or scheduled. */
  permission: Permission | ((before: StoredArticle, belonging: Belonging) => Permission)
  target: Target
  detail?: Record<string, unknown>
}

/** Changing text that readers see is publishing; any other text takes only the right to write. */
export function toChangeText({ status }: StoredArticle): Permission {
  return status === 'published' ? 'article.publish' : 'article.write'
}

export function articleSubject({ id, locale }: StoredArticle, belonging: Belonging): ArticleSubject {
  const { storyId, sectionId, authorIds } = belonging
  return { kind: 'article', articleId: id, storyId, sectionId, locale, authorIds }
}

/**
 * The contract of every verb on an article, in one place: check the permission, refuse a stale or missing revision, and in
 * one transaction make the change, move the article between its lists, write the audit entry, and name the change.
 * An article that leaves the status `scheduled`, by whatever verb, has its schedule cancelled.
 * `change` makes the change itself and returns the article as it is afterwards.
 */
export async function performVerb(
  tx: Tx,
  actor: Actor,
  verb: ArticleVerb,
  change: (context: VerbContext) => Promise<StoredArticle>,
): Promise<StoredArticle> {
  const { articleId, revision, now = new Date() } = verb.target
  const before = await findArticle(tx, articleId)
  if (!before) throw new ExpectedError('publishing.noSuchArticle', { article: articleId })
  const belongingBefore = await belongingOf(tx, before)
  const { permission } = verb
  const required = typeof permission === 'function' ? permission(before, belongingBefore) : permission
  requirePermission(actor, required, articleSubject(before, belongingBefore))
  if (before.revision !== revision) {
    throw new ExpectedError('publishing.staleRevision', { seen: revision ?? 0, current: before.revision })
  }
  const after = await change({ tx, before, now, actor })
  if (before.status === 'scheduled' && after.status !== 'scheduled') await cancelWaiting(tx, articleId, now)
  const belongingAfter = await belongingOf(tx, after)
  await relist(tx, after, belongingAfter)
  await indexArticles(tx, [after])
  await writeAudit(tx, {
    at: now,
    actor: actor.name,
    verb: verb.name,
    subject: `article:${articleId}`,
    detail: { revision: after.revision, ...verb.detail },
  })
  if (before.status === 'published' || after.status === 'published') {
    const tags = articleTags(
      after.locale,
      [belongingBefore, belongingAfter],
      [before.publishedAt, after.publishedAt],
    )
    const isTakenAway = before.status === 'published' && after.status !== 'published'
    await nameChange(tx, now, [
      ...tags,
      ...(await formerPathTags(
        tx,
        { article: before, belonging: belongingBefore },
        { article: after, belonging: belongingAfter },
      )),
      ...(isTakenAway ? [tag.withdrawn(after.storyId)] : []),
    ])
  }
  return after
}
