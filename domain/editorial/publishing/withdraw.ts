import { breakingOf } from '#db/queries/catalogue.ts'
import type { StoredArticle } from '#db/queries/publishing.ts'
import { changeArticle } from '#db/queries/writing/articles.ts'
import { type Tx, write } from '#db/write.ts'
import type { Actor } from '#domain/editorial/accounts/actor.ts'
import { ExpectedError } from '#errors/expected-error.ts'
import { performVerb, type Target } from './article-verb.ts'
import { clearBreakingIn } from './clear-breaking.ts'
import { statusWithoutSchedule } from './unschedule.ts'

export type Withdrawal = Target & {
  /** Reason for the audit log; readers do not see it. */
  reason?: string
}

/**
 * Takes a published article away from readers: its address answers 410 from the moment this is acknowledged, and breaking
 * news that leads to it is cleared, since it is mostly its headline. The schedule of one that is only scheduled is
 * cancelled, as by `unschedule`: people who withdraw are in a hurry.
 * @throws ExpectedError 'publishing.refused.notPublished'
 */
export function withdraw(actor: Actor, withdrawal: Withdrawal): Promise<StoredArticle> {
  return write(tx => withdrawIn(tx, actor, withdrawal))
}

export function withdrawIn(tx: Tx, actor: Actor, withdrawal: Withdrawal): Promise<StoredArticle> {
  const { reason } = withdrawal
  return performVerb(
    tx,
    actor,
    {
      name: 'withdraw',
      permission: 'article.withdraw',
      target: withdrawal,
      detail: reason ? { reason } : {},
    },
    async ({ before, now }) => {
      if (before.status === 'scheduled') {
        return changeArticle(tx, before.id, { status: statusWithoutSchedule(before) })
      }
      if (before.status !== 'published') {
        throw new ExpectedError('publishing.refused.notPublished')
      }
      await clearStripOf(before, tx, actor, now)
      return changeArticle(tx, before.id, { status: 'withdrawn' })
    },
  )
}

/* The right to withdraw an article includes its headline in the strip: none for the front is needed. */
async function clearStripOf(article: StoredArticle, tx: Tx, actor: Actor, now: Date): Promise<void> {
  const { locale, storyId } = article
  const strip = await breakingOf(tx, locale)
  if (strip?.storyId === storyId) await clearBreakingIn(tx, { ...actor, may: () => true }, { locale, now })
}
