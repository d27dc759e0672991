import { isDatabaseFault, reasonOf } from '#db/errors.ts'
import { findArticle, type StoredArticle } from '#db/queries/publishing.ts'
import { dueSchedules, findSchedule, type Schedule } from '#db/queries/schedules.ts'
import { settleSchedule } from '#db/queries/writing/schedules.ts'
import { type Tx, write } from '#db/write.ts'
import { type Actor, systemActor } from '#domain/editorial/accounts/actor.ts'
import { ExpectedError, isExpected } from '#errors/expected-error.ts'
import { errorWords } from '#i18n/error-words.ts'
import { failScheduleIn } from './fail-schedule.ts'
import { publishIn } from './publish.ts'
import { restoreRevisionIn } from './restore-revision.ts'

export type DueOutcome =
  | { state: 'done'; articleId: number; dueAt: Date }
  | { state: 'failed'; articleId: number; dueAt: Date; failure: string; error: unknown }

const AT_ONCE = 100

/** Whether `publishDue` has anything to do: one look-up in an index. */
export async function isAnythingDue(now: Date): Promise<boolean> {
  return (await dueSchedules(now, 1)).length > 0
}

/**
 * Publishes the articles that are due, the oldest schedule first. Each has a transaction of its own, which checks again
 * that the schedule still waits: however many processes call this, each article is published once. Its time of
 * publication is the scheduled moment, so that readers and lists show what was promised; the actual moment is kept with
 * the schedule (`settledAt`). An article that was edited since gets the approved text back, as a new revision; the later
 * edits stay as revisions.
 *
 * An article that cannot be published fails, for an editor to see, and is not tried again. While the database cannot be
 * used, nothing fails: everything waits for the next call.
 * @throws ExpectedError of the kind `database`, and SQLite's own errors when the database cannot be used
 */
export async function publishDue(now = new Date(), signal?: AbortSignal): Promise<DueOutcome[]> {
  const actor = systemActor('scheduler')
  const outcomes: DueOutcome[] = []
  for (const { id } of await dueSchedules(now, AT_ONCE)) {
    if (signal?.aborted) break
    const outcome = await publishOne(actor, id, now)
    if (outcome) outcomes.push(outcome)
  }
  return outcomes
}

async function publishOne(actor: Actor, id: number, now: Date): Promise<DueOutcome | null> {
  try {
    return await write(async tx => {
      const due = await findDue(tx, id, now)
      if (!due) return null
      await publishApproved(tx, actor, due, now)
      return { state: 'done', articleId: due.articleId, dueAt: due.dueAt }
    })
  } catch (error) {
    if (isDatabaseFault(error)) throw error
    return write(async tx => {
      const due = await findDue(tx, id, now)
      if (!due) return null
      const failure = sentenceFor(error)
      await failScheduleIn(tx, actor, due, failure, now)
      return { state: 'failed', articleId: due.articleId, dueAt: due.dueAt, failure, error }
    })
  }
}

async function findDue(tx: Tx, id: number, now: Date): Promise<Schedule | null> {
  const found = await findSchedule(tx, id)
  return found?.state === 'waiting' && found.dueAt <= now ? found : null
}

async function publishApproved(tx: Tx, actor: Actor, due: Schedule, now: Date): Promise<StoredArticle> {
  const { articleId, revision: approved, dueAt } = due
  const article = await findArticle(tx, articleId)
  if (article?.status !== 'scheduled') {
    throw new ExpectedError('publishing.refused.noLongerScheduled', { status: article?.status ?? 'missing' })
  }
  await settleSchedule(tx, due.id, { state: 'done', at: now })
  const isEdited = article.revision !== approved
  const target = { articleId, revision: article.revision, now }
  const { revision } = isEdited
    ? await restoreRevisionIn(tx, actor, { ...target, restore: approved })
    : article
  return publishIn(tx, actor, { ...target, revision, publishedAt: dueAt })
}

function sentenceFor(error: unknown): string {
  if (isExpected(error, 'publishing')) return errorWords(error, 'en')
  return `Something unexpected went wrong (${reasonOf(error)}). Publish it by hand, or schedule it again.`
}
