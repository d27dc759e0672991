import type { StoredArticle } from '#db/queries/publishing.ts'
import { addCorrection, changeArticle } from '#db/queries/writing/articles.ts'
import { type Tx, write } from '#db/write.ts'
import type { Actor } from '#domain/editorial/accounts/actor.ts'
import { performVerb, type Target } from './article-verb.ts'

export type NewCorrection = Target & { text: string; at?: Date }

/** Adds a correction, shown with its time under the article, and moves the time of its last update. */
export function correct(actor: Actor, correction: NewCorrection): Promise<StoredArticle> {
  return write(tx => correctIn(tx, actor, correction))
}

export function correctIn(tx: Tx, actor: Actor, correction: NewCorrection): Promise<StoredArticle> {
  return performVerb(
    tx,
    actor,
    { name: 'correct', permission: 'article.publish', target: correction },
    async ({ before, now }) => {
      const at = correction.at ?? now
      await addCorrection(tx, before.id, at, correction.text)
      const updatedAt = before.updatedAt && before.updatedAt > at ? before.updatedAt : at
      return changeArticle(tx, before.id, { updatedAt })
    },
  )
}
