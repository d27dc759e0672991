import type { StoredArticle } from '#db/queries/publishing.ts'
import { changeArticle } from '#db/queries/writing/articles.ts'
import { cancelWaiting, insertSchedule } from '#db/queries/writing/schedules.ts'
import { type Tx, write } from '#db/write.ts'
import type { Actor } from '#domain/editorial/accounts/actor.ts'
import { ExpectedError } from '#errors/expected-error.ts'
import { performVerb, type Target } from './article-verb.ts'

export type Scheduling = Target & {
  /** The moment of publication, as readers and lists will show it. */
  at: Date
}

/**
 * Has an article published at a moment, in the text that it has now: `revision` is what was approved. Text that is saved
 * after that stays a revision and does not slip in; `publishDue` brings the approved text back. An article has one
 * schedule at a time: an earlier one is cancelled.
 * @throws ExpectedError 'publishing.refused.past', '….published', '….noHeadline'
 */
export function schedule(actor: Actor, scheduling: Scheduling): Promise<StoredArticle> {
  return write(tx => scheduleIn(tx, actor, scheduling))
}

export function scheduleIn(tx: Tx, actor: Actor, scheduling: Scheduling): Promise<StoredArticle> {
  const { at } = scheduling
  const verb = {
    name: 'schedule',
    permission: 'article.publish',
    target: scheduling,
    detail: { at: at.toISOString() },
  } as const
  return performVerb(tx, actor, verb, async ({ before, now }) => {
    if (at <= now) throw new ExpectedError('publishing.refused.past')
    if (before.status === 'published') {
      throw new ExpectedError('publishing.refused.published')
    }
    if (!before.headline) {
      throw new ExpectedError('publishing.refused.noHeadline')
    }
    await cancelWaiting(tx, before.id, now)
    const { id: articleId, revision } = before
    await insertSchedule(tx, { articleId, revision, dueAt: at, actor: actor.name, createdAt: now })
    return changeArticle(tx, before.id, { status: 'scheduled' })
  })
}
