import type { StoredArticle } from '#db/queries/publishing.ts'
import { changeArticle } from '#db/queries/writing/articles.ts'
import type { Tx } from '#db/write.ts'
import type { Actor } from '#domain/editorial/accounts/actor.ts'
import { ExpectedError } from '#errors/expected-error.ts'
import { performVerb, type Target } from './article-verb.ts'

/**
 * Hands a draft to the desk.
 * @throws ExpectedError 'publishing.refused.notADraft': a published or scheduled article stays as it is
 */
export function submitForReviewIn(tx: Tx, actor: Actor, target: Target): Promise<StoredArticle> {
  return performVerb(
    tx,
    actor,
    { name: 'submit-for-review', permission: 'article.write', target },
    async ({ before }) => {
      if (before.status !== 'draft') throw new ExpectedError('publishing.refused.notADraft')
      return changeArticle(tx, before.id, { status: 'review' })
    },
  )
}
