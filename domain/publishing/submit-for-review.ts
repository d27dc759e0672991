import { changeArticle, type StoredArticle } from '../../db/queries/publishing'
import type { Tx } from '../../db/write'
import type { Actor } from './actor'
import { performVerb, type Target } from './verb'

/** Hands a draft to the desk. */
export function submitForReviewIn(tx: Tx, actor: Actor, target: Target): Promise<StoredArticle> {
  return performVerb(
    tx,
    actor,
    { name: 'submit-for-review', permission: 'article.write', target },
    ({ before }) => changeArticle(tx, before.id, { status: 'review' }),
  )
}
