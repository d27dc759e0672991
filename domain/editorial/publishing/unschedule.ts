import type { StoredArticle } from '#db/queries/publishing.ts'
import { changeArticle } from '#db/queries/writing/articles.ts'
import type { ArticleStatus } from '#db/schema/tables.ts'
import { type Tx, write } from '#db/write.ts'
import type { Actor } from '#domain/editorial/accounts/actor.ts'
import { ExpectedError } from '#errors/expected-error.ts'
import { performVerb, type Target } from './verb.ts'

/**
 * Takes the promise of `schedule` back; the article does not come by itself any more.
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
    return changeArticle(tx, before.id, { status: statusBeforeScheduling(before) })
  })
}

/**
 * Where a scheduled article goes that is not published after all: to review, because somebody held it to be ready
 * and the desk has to decide anew, which a draft would hide; or, when readers had it once, back to being withdrawn.
 */
export function statusBeforeScheduling(article: StoredArticle): ArticleStatus {
  return article.publishedAt === null ? 'review' : 'withdrawn'
}
