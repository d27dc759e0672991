import type { StoredArticle } from '#db/queries/publishing.ts'
import { changeArticle } from '#db/queries/writing/articles.ts'
import { type Tx, write } from '#db/write.ts'
import type { Actor } from './actor.ts'
import { PublishingRefused } from './errors.ts'
import { performVerb, type Target } from './verb.ts'

export type Publication = Target & {
  /** When it counts as published; now when not given, and never changed by publishing again. */
  publishedAt?: Date
  /** When readers were told last that it changed: for articles that bring a history along. */
  updatedAt?: Date | null
}

/**
 * Shows an article to readers.
 * @throws PublishingRefused 'no-headline' when it has none, 'future' for a moment still to come. An empty text is allowed: a picture or a video may say it all.
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
      if (!before.headline)
        throw new PublishingRefused('no-headline', 'An article without a headline cannot be published')
      const publishedAt = publication.publishedAt ?? earlierOf(before.publishedAt, now)
      /* Nothing would name the change when that moment comes: `schedule` keeps such promises. */
      if (publishedAt > new Date(Math.max(now.getTime(), Date.now())))
        throw new PublishingRefused('future', 'A moment that is still to come needs a schedule')
      const { updatedAt } = publication
      return changeArticle(tx, before.id, {
        status: 'published',
        publishedAt,
        ...(updatedAt === undefined ? {} : { updatedAt }),
      })
    },
  )
}

/* It was published before now, whatever a clock said that has been put back since. */
function earlierOf(publishedAt: Date | null, now: Date): Date {
  return publishedAt && publishedAt < now ? publishedAt : now
}
