import type { StoredArticle } from '#db/queries/publishing.ts'
import { changeArticle } from '#db/queries/writing/articles.ts'
import type { Tx } from '#db/write.ts'
import type { Actor } from '#domain/editorial/accounts/actor.ts'
import { performVerb, type Target } from './verb.ts'

/** Hands a draft to the desk. */
export function submitForReviewIn(tx: Tx, actor: Actor, target: Target): Promise<StoredArticle> {
  return performVerb(
    tx,
    actor,
    { name: 'submit-for-review', permission: 'article.write', target },
    ({ before }) => changeArticle(tx, before.id, { status: 'review' }),
  )
}
