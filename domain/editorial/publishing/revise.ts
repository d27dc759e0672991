import type { Belonging, StoredArticle } from '#db/queries/publishing.ts'
import { changeArticle, keepRevision, setAuthors } from '#db/queries/writing/articles.ts'
import { type Tx, write } from '#db/write.ts'
import type { Actor, Permission } from '#domain/editorial/accounts/actor.ts'
import { type ArticleDraft, articleFields } from './article-draft.ts'
import { performVerb, type Target, toChangeText } from './article-verb.ts'

export type Revision = Target &
  ArticleDraft & {
    authorIds: number[]
    /** Time of the change that readers are told; null: not a substantive change. */
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
    { name: 'revise', permission: (...now) => toRevise(revision, ...now), target: revision },
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

/*
 * A schedule publishes the approved revision. Revisions hold neither the byline nor the texts for search engines, so a
 * change of those would slip into what is going to be published.
 */
function toRevise(revision: Revision, before: StoredArticle, { authorIds }: Belonging): Permission {
  if (before.status !== 'scheduled') return toChangeText(before)
  const isByline = String([...new Set(revision.authorIds)].sort((a, b) => a - b)) === String(authorIds)
  const { seoTitle, seoDescription } = articleFields(revision)
  const isApproved = isByline && seoTitle === before.seoTitle && seoDescription === before.seoDescription
  return isApproved ? 'article.write' : 'article.publish'
}
