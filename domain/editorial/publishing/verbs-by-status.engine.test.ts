/** Every verb on an article, from every status, by somebody with exactly the right for it and by somebody with all others. */
import { desc, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { reader } from '#db/open.ts'
import { findArticle, type StoredArticle } from '#db/queries/publishing.ts'
import { type ArticleStatus, auditLog } from '#db/schema/tables.ts'
import { type Tx, write } from '#db/write.ts'
import type { Actor, Permission } from '#domain/editorial/accounts/actor.ts'
import { anActor } from '#testing/actors.testing.ts'
import { aBody } from '#testing/body.testing.ts'
import { aNewsroom } from '#testing/newsroom.testing.ts'
import { anArticle, targetOf } from '#testing/stories.testing.ts'
import type { Target } from './article-verb.ts'
import { correctIn } from './correct.ts'
import { publishIn } from './publish.ts'
import { replaceCorrectionsIn } from './replace-corrections.ts'
import { restoreRevisionIn } from './restore-revision.ts'
import { reviseIn } from './revise.ts'
import { scheduleIn } from './schedule.ts'
import { submitForReviewIn } from './submit-for-review.ts'
import { unscheduleIn } from './unschedule.ts'
import { withdrawIn } from './withdraw.ts'

const now = new Date('2026-02-22T12:00:00Z')
const inAnHour = new Date('2026-02-22T13:00:00Z')

const STATUSES = [
  'draft',
  'review',
  'scheduled',
  'published',
  'withdrawn',
] as const satisfies readonly ArticleStatus[]

type Refusal = 'notADraft' | 'notPublished' | 'notScheduled' | 'published'
/** The right that it takes, and the status afterwards or why it is refused. */
type Expected = readonly [Permission, ArticleStatus | { refused: Refusal }]
type Row = {
  audited: string
  perform: (tx: Tx, actor: Actor, target: Target) => Promise<StoredArticle>
  from: Record<ArticleStatus, Expected>
}

const refused = (why: Refusal) => ({ refused: why })
function staysIn(permission: (status: ArticleStatus) => Permission): Row['from'] {
  const stays = <Status extends ArticleStatus>(status: Status) => [permission(status), status] as const
  return {
    draft: stays('draft'),
    review: stays('review'),
    scheduled: stays('scheduled'),
    published: stays('published'),
    withdrawn: stays('withdrawn'),
  }
}
const forLiveText = (status: ArticleStatus) => (status === 'published' ? 'article.publish' : 'article.write')

const TABLE: Record<string, Row> = {
  revise: {
    audited: 'revise',
    perform: (tx, actor, target) =>
      reviseIn(tx, actor, { ...target, headline: 'Other', standfirst: '', body: aBody('x'), authorIds: [] }),
    from: staysIn(forLiveText),
  },
  'restore-revision': {
    audited: 'restore',
    perform: (tx, actor, target) => restoreRevisionIn(tx, actor, { ...target, restore: 1 }),
    from: staysIn(forLiveText),
  },
  correct: {
    audited: 'correct',
    perform: (tx, actor, target) => correctIn(tx, actor, { ...target, text: 'A number was wrong.' }),
    from: staysIn(() => 'article.publish'),
  },
  'replace-corrections': {
    audited: 'correct',
    perform: (tx, actor, target) => replaceCorrectionsIn(tx, actor, { ...target, corrections: [] }),
    from: staysIn(() => 'article.publish'),
  },
  'submit-for-review': {
    audited: 'submit-for-review',
    perform: submitForReviewIn,
    from: {
      draft: ['article.write', 'review'],
      review: ['article.write', refused('notADraft')],
      scheduled: ['article.write', refused('notADraft')],
      published: ['article.write', refused('notADraft')],
      withdrawn: ['article.write', refused('notADraft')],
    },
  },
  schedule: {
    audited: 'schedule',
    perform: (tx, actor, target) => scheduleIn(tx, actor, { ...target, at: inAnHour }),
    from: {
      draft: ['article.publish', 'scheduled'],
      review: ['article.publish', 'scheduled'],
      scheduled: ['article.publish', 'scheduled'],
      published: ['article.publish', refused('published')],
      withdrawn: ['article.publish', 'scheduled'],
    },
  },
  unschedule: {
    audited: 'unschedule',
    perform: unscheduleIn,
    from: {
      draft: ['article.publish', refused('notScheduled')],
      review: ['article.publish', refused('notScheduled')],
      scheduled: ['article.publish', 'review'],
      published: ['article.publish', refused('notScheduled')],
      withdrawn: ['article.publish', refused('notScheduled')],
    },
  },
  publish: {
    audited: 'publish',
    perform: publishIn,
    from: {
      draft: ['article.publish', 'published'],
      review: ['article.publish', 'published'],
      scheduled: ['article.publish', 'published'],
      published: ['article.publish', 'published'],
      withdrawn: ['article.publish', 'published'],
    },
  },
  withdraw: {
    audited: 'withdraw',
    perform: withdrawIn,
    from: {
      draft: ['article.withdraw', refused('notPublished')],
      review: ['article.withdraw', refused('notPublished')],
      scheduled: ['article.withdraw', 'review'],
      published: ['article.withdraw', 'withdrawn'],
      withdrawn: ['article.withdraw', refused('notPublished')],
    },
  },
}

const RIGHTS: Permission[] = [
  'article.write',
  'article.publish',
  'article.withdraw',
  'story.write',
  'site.write',
]

aNewsroom('once')

const stored = (id: number) => write(tx => findArticle(tx, id))
async function audited(id: number) {
  const { actor, verb, subject } = auditLog
  const entries = await reader()
    .select({ actor, verb })
    .from(auditLog)
    .where(eq(subject, `article:${id}`))
    .orderBy(desc(auditLog.id))
  return entries
}

/* Committed whatever happens: a refusal must not have written anything before it refused. */
function tried({ perform }: Row, actor: Actor, article: StoredArticle) {
  return write(tx => perform(tx, actor, targetOf(article, now)).catch((error: unknown) => ({ error })))
}

describe.each(Object.entries(TABLE))('%s', (_, row) => {
  it.each(STATUSES)('from %s', async status => {
    const [permission, expected] = row.from[status]
    const article = await anArticle({ status, now })
    const before = await audited(article.id)

    const others = RIGHTS.filter(right => right !== permission)
    const outcome = await tried(row, anActor({ name: 'others', may: others }), article)
    expect(outcome).toMatchObject({ error: { code: 'publishing.notAllowed', parameters: { permission } } })
    expect(await stored(article.id)).toEqual(article)
    expect(await audited(article.id)).toEqual(before)

    const made = await tried(row, anActor({ name: 'entitled', may: [permission] }), article)
    if (typeof expected === 'object') {
      expect(made).toMatchObject({ error: { code: `publishing.refused.${expected.refused}` } })
      expect(await stored(article.id)).toEqual(article)
      expect(await audited(article.id)).toEqual(before)
      return
    }
    expect(made).toMatchObject({ status: expected })
    expect((await stored(article.id))?.status).toBe(expected)
    expect(await audited(article.id)).toEqual([{ actor: 'entitled', verb: row.audited }, ...before])
  })
})
