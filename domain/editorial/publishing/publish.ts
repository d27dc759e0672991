import type { StoredArticle } from '#db/queries/publishing.ts'
import { changeArticle } from '#db/queries/writing/articles.ts'
import { type Tx, write } from '#db/write.ts'
import type { Actor } from '#domain/editorial/accounts/actor.ts'
import { ExpectedError } from '#errors/expected-error.ts'
import { performVerb, type Target } from './article-verb.ts'

export type Publication = Target & {
  /** When it counts as published; now when not given, and never changed by publishing again. */
  publishedAt?: Date
  /** Time of the last change that readers were told of, for articles that bring a history along. */
  updatedAt?: Date | null
}

/**
 * Shows an article to readers. An empty text is allowed: a picture or a video may say it all.
 * @throws ExpectedError 'publishing.refused.noHeadline' when it has none, 'publishing.refused.future' for a moment still to come
 */
export function publish(actor: Actor, publication: Publication): Promise<StoredArticle> {
  return write(tx => publishIn(tx, actor, publication))
}

export function publishIn(tx: Tx, actor: Actor, publication: Publication): Promise<StoredArticle> {
  return performVerb(
    tx,
    actor,
    { name: 'publish', permission: 'article.publish', target: publication },
    async ({ before, now }) => {
      if (!before.headline) throw new ExpectedError('publishing.refused.noHeadline')
      const publishedAt = publication.publishedAt ?? earlierOf(before.publishedAt, now)
      /* Nothing would name the change when that moment comes; `schedule` takes care of that. */
      if (publishedAt > new Date(Math.max(now.getTime(), Date.now())))
        throw new ExpectedError('publishing.refused.future')
      const { updatedAt } = publication
      return changeArticle(tx, before.id, {
        status: 'published',
        publishedAt,
        ...(updatedAt === undefined ? {} : { updatedAt }),
      })
    },
  )
}

/* The clock may have been put back since: an article was never published later than now. */
function earlierOf(publishedAt: Date | null, now: Date): Date {
  return publishedAt && publishedAt < now ? publishedAt : now
}
