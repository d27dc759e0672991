import type { StoredArticle } from '#db/queries/publishing.ts'
import { changeArticle } from '#db/queries/writing/articles.ts'
import type { ArticleStatus } from '#db/schema/tables.ts'
import { type Tx, write } from '#db/write.ts'
import type { Actor } from '#domain/editorial/accounts/actor.ts'
import { ExpectedError } from '#errors/expected-error.ts'
import { performVerb, type Target } from './article-verb.ts'

/**
 * Cancels a schedule: the article is no longer published by itself.
 * @throws ExpectedError 'publishing.refused.notScheduled'
 */
export function unschedule(actor: Actor, target: Target): Promise<StoredArticle> {
  return write(tx => unscheduleIn(tx, actor, target))
}

export function unscheduleIn(tx: Tx, actor: Actor, target: Target): Promise<StoredArticle> {
  const verb = { name: 'unschedule', permission: 'article.publish', target } as const
  return performVerb(tx, actor, verb, async ({ before }) => {
    if (before.status !== 'scheduled') {
      throw new ExpectedError('publishing.refused.notScheduled')
    }
    return changeArticle(tx, before.id, { status: statusWithoutSchedule(before) })
  })
}

/**
 * Status of a scheduled article that is not published after all: review, because it was held to be ready and the desk has
 * to decide anew, which a draft would hide; or withdrawn, when readers could once read it.
 */
export function statusWithoutSchedule(article: StoredArticle): ArticleStatus {
  return article.publishedAt === null ? 'review' : 'withdrawn'
}
