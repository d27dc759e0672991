import type { StoredArticle } from '#db/queries/publishing.ts'
import { changeArticle, keepRevision, setAuthors } from '#db/queries/writing/articles.ts'
import { type Tx, write } from '#db/write.ts'
import type { Actor } from '#domain/editorial/accounts/actor.ts'
import { type ArticleDraft, articleFields } from './article-draft.ts'
import { performVerb, type Target } from './verb.ts'

export type Revision = Target &
  ArticleDraft & {
    authorIds: number[]
    /** When readers are told that the published article changed; null: not a substantive change. */
    updatedAt?: Date | null
  }

/** Saves a new revision of an article; its status stays as it is. What is published changes for readers at once. */
export function revise(actor: Actor, revision: Revision): Promise<StoredArticle> {
  return write(tx => reviseIn(tx, actor, revision))
}

export function reviseIn(tx: Tx, actor: Actor, revision: Revision): Promise<StoredArticle> {
  return performVerb(
    tx,
    actor,
    { name: 'revise', permission: 'article.write', target: revision },
    async ({ before, now }) => {
      const after = await changeArticle(tx, before.id, {
        ...articleFields(revision),
        revision: before.revision + 1,
        savedAt: now,
        ...(revision.updatedAt === undefined ? {} : { updatedAt: revision.updatedAt }),
      })
      await setAuthors(tx, before.id, revision.authorIds)
      await keepRevision(tx, after, actor.name)
      return after
    },
  )
}
