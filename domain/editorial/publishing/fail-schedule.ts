import { belongingOf, findArticle } from '#db/queries/publishing.ts'
import type { Schedule } from '#db/queries/schedules.ts'
import { changeArticle } from '#db/queries/writing/articles.ts'
import { writeAudit } from '#db/queries/writing/audit.ts'
import { settleSchedule } from '#db/queries/writing/schedules.ts'
import type { Tx } from '#db/write.ts'
import type { Actor } from '#domain/editorial/accounts/actor.ts'
import { requirePermission } from '#domain/editorial/accounts/require-permission.ts'
import { ExpectedError } from '#errors/expected-error.ts'
import { articleSubject } from './article-verb.ts'
import { statusWithoutSchedule } from './unschedule.ts'

/**
 * Marks a schedule as failed, with a sentence for an editor, and hands the article back to the desk. Readers see no
 * difference. It does as little as possible, less than the other verbs: the fault that kept the article from being
 * published must not keep this from being noted, or the scheduler would try for ever.
 */
export async function failScheduleIn(
  tx: Tx,
  actor: Actor,
  { id, articleId, revision, dueAt }: Schedule,
  failure: string,
  now: Date,
): Promise<void> {
  const article = await findArticle(tx, articleId)
  if (!article) throw new ExpectedError('publishing.noSuchArticle', { article: articleId })
  requirePermission(actor, 'article.publish', articleSubject(article, await belongingOf(tx, article)))
  await settleSchedule(tx, id, { state: 'failed', at: now, failure })
  if (article.status === 'scheduled')
    await changeArticle(tx, articleId, { status: statusWithoutSchedule(article) })
  await writeAudit(tx, {
    at: now,
    actor: actor.name,
    verb: 'fail-schedule',
    subject: `article:${articleId}`,
    detail: { revision, at: dueAt.toISOString(), failure },
  })
}
