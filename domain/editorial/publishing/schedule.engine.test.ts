import { eq, like } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { breakInserts } from '#db/break-inserts.testing.ts'
import { reader } from '#db/open.ts'
import { articleAnswer } from '#db/queries/article.ts'
import { latestHeadlines } from '#db/queries/headlines.ts'
import { findArticle, type StoredArticle } from '#db/queries/publishing.ts'
import { newestSchedules } from '#db/queries/schedules.ts'
import { articles, auditLog, contentChanges, revisions, schedules } from '#db/schema/tables.ts'
import { write } from '#db/write.ts'
import { systemActor } from '#domain/editorial/accounts/actor.ts'
import { isExpected } from '#errors/expected-error.ts'
import { anActor, desk } from '#testing/actors.testing.ts'
import { aNewsroom } from '#testing/newsroom.testing.ts'
import { anArticle, aStory, edited, targetOf } from '#testing/stories.testing.ts'
import { publish } from './publish.ts'
import { publishDue } from './publish-due.ts'
import { schedule } from './schedule.ts'
import { unschedule } from './unschedule.ts'
import { withdraw } from './withdraw.ts'

const now = new Date('2026-02-22T12:00:00Z')
const HOUR_MS = 3_600_000
const inHours = (hours: number) => new Date(now.getTime() + hours * HOUR_MS)

const newsroom = aNewsroom()
let storyId: number

beforeEach(async () => {
  storyId = await aStory({ now })
})

const target = (article: StoredArticle, at = now) => targetOf(article, at)

async function scheduled(headline: string, at = inHours(1)): Promise<StoredArticle> {
  return schedule(desk, { ...target(await anArticle({ storyId, headline, now })), at })
}

async function states() {
  const { state, id } = schedules
  const rows = await reader().select({ state }).from(schedules).orderBy(id)
  return rows.map(row => row.state)
}
async function audit() {
  const { verb, subject, id } = auditLog
  const isArticle = like(subject, 'article:%')
  const entries = await reader().select({ verb }).from(auditLog).where(isArticle).orderBy(id)
  return entries.map(entry => entry.verb)
}
async function changes() {
  const { tags, version } = contentChanges
  const changes = await reader().select({ tags }).from(contentChanges).orderBy(version)
  return changes.map(change => change.tags).filter(named => named.some(name => name.startsWith('story:')))
}
const shown = async (at: Date) => (await latestHeadlines('en', 10, at)).map(item => item.headline)
async function stored() {
  const { status, revision, publishedAt, id } = articles
  return (await reader().select({ status, revision, publishedAt }).from(articles).orderBy(id))[0]
}
const newest = async ({ id }: StoredArticle) => (await newestSchedules(reader(), [id])).get(id)

describe('schedule', () => {
  it('keeps an article from readers, and remembers what was approved for when, by whom', async () => {
    const article = await scheduled('One')
    expect(article.status).toBe('scheduled')
    expect(await newest(article)).toMatchObject({
      state: 'waiting',
      revision: 1,
      dueAt: inHours(1),
      actor: 'desk',
      settledAt: null,
    })
    expect(await shown(inHours(2))).toEqual([])
    expect(await changes()).toEqual([])
    expect(await audit()).toEqual(['create', 'schedule'])
  })

  it('makes one promise at a time', async () => {
    const article = await scheduled('One')
    await schedule(desk, { ...target(article), at: inHours(3) })
    expect(await states()).toEqual(['cancelled', 'waiting'])
    expect(await publishDue(inHours(2))).toEqual([])
  })

  it('refuses the past, what is published, what has no headline, old revisions and whoever may not', async () => {
    const draft = await anArticle({ storyId, headline: 'One', now })
    await expect(schedule(desk, { ...target(draft), at: now })).rejects.toMatchObject({
      code: 'publishing.refused.past',
    })
    const at = inHours(1)
    await expect(schedule(desk, { ...target(draft), revision: 2, at })).rejects.toMatchObject({
      code: 'publishing.staleRevision',
    })
    const writer = anActor({ may: ['article.write'] })
    await expect(schedule(writer, { ...target(draft), at })).rejects.toMatchObject({
      code: 'publishing.notAllowed',
    })
    const untitled = await anArticle({ storyId, locale: 'ar', headline: '', now })
    await expect(schedule(desk, { ...target(untitled), at })).rejects.toMatchObject({
      code: 'publishing.refused.noHeadline',
    })
    const published = await publish(desk, target(draft))
    await expect(schedule(desk, { ...target(published), at })).rejects.toMatchObject({
      code: 'publishing.refused.published',
    })
    expect(await states()).toEqual([])
  })
})

describe('a scheduled article', () => {
  it('does not wait any more once it is published by hand', async () => {
    const article = await scheduled('One')
    await publish(desk, target(article, inHours(0.5)))
    expect(await states()).toEqual(['cancelled'])
    expect(await publishDue(inHours(2))).toEqual([])
    expect((await stored())?.publishedAt).toEqual(inHours(0.5))
  })

  it('goes back to review when the promise is taken back', async () => {
    const article = await scheduled('One')
    expect(await unschedule(desk, target(article))).toMatchObject({ status: 'review' })
    expect(await states()).toEqual(['cancelled'])
    expect(await publishDue(inHours(2))).toEqual([])
    await expect(unschedule(desk, target(article))).rejects.toMatchObject({
      code: 'publishing.refused.notScheduled',
    })
  })

  it('can be withdrawn in a hurry', async () => {
    const article = await scheduled('One')
    expect(await withdraw(desk, target(article))).toMatchObject({ status: 'review' })
    expect(await states()).toEqual(['cancelled'])
  })

  it('says that it is gone while it was withdrawn and is to come back, and comes back at the new moment', async () => {
    const first = await publish(desk, target(await anArticle({ storyId, headline: 'One', now })))
    const gone = await withdraw(desk, target(first))
    const waiting = await schedule(desk, { ...target(gone), at: inHours(1) })
    const answer = async (at: Date) => (await articleAnswer('en', storyId, at)).state
    expect(await answer(now)).toBe('withdrawn')
    expect(await unschedule(desk, target(waiting))).toMatchObject({ status: 'withdrawn' })
    await schedule(desk, { ...target(gone), at: inHours(2) })
    await publishDue(inHours(2))
    expect(await answer(inHours(2))).toBe('published')
    expect((await stored())?.publishedAt).toEqual(inHours(2))
  })
})

describe('publishDue', () => {
  it('publishes at the promised moment and not before, and names what readers see differently', async () => {
    const article = await scheduled('One')
    expect(await publishDue(new Date(inHours(1).getTime() - 1))).toEqual([])
    const at = new Date(inHours(1).getTime() + 180)
    expect(await publishDue(at)).toEqual([{ state: 'done', articleId: article.id, dueAt: inHours(1) }])
    expect(await shown(at)).toEqual(['One'])
    expect(await stored()).toMatchObject({ status: 'published', publishedAt: inHours(1) })
    expect(await newest(article)).toMatchObject({ state: 'done', settledAt: at })
    expect((await changes())[0]).toEqual(
      expect.arrayContaining([`story:${storyId}`, 'front:en', 'latest:en', 'archive:en:2026-02-22']),
    )
    expect(await audit()).toEqual(['create', 'schedule', 'publish'])
  })

  it('publishes the approved text when the article was edited since, and loses nothing', async () => {
    const article = await scheduled('Approved')
    await edited(article, 'Not approved', now)
    await publishDue(inHours(1))
    expect(await shown(inHours(1))).toEqual(['Approved'])
    expect((await stored())?.revision).toBe(3)
    const { headline, revision } = revisions
    const kept = await reader().select({ headline }).from(revisions).orderBy(revision)
    expect(kept.map(row => row.headline)).toEqual(['Approved', 'Not approved', 'Approved'])
    expect(await audit()).toEqual(['create', 'schedule', 'revise', 'restore', 'publish'])
  })

  it('publishes what fell due while nobody ran, the oldest promise first, with the promised times', async () => {
    await scheduled('Later', inHours(2))
    await schedule(desk, {
      ...target(await anArticle({ storyId, locale: 'ar', headline: 'أولًا', now })),
      at: inHours(1),
    })
    const outcomes = await publishDue(inHours(48))
    expect(outcomes.map(outcome => outcome.dueAt)).toEqual([inHours(1), inHours(2)])
    expect((await stored())?.publishedAt).toEqual(inHours(2))
  })

  it('follows the clock when it jumps ahead, and waits when it is put back', async () => {
    await scheduled('One')
    expect(await publishDue(inHours(-24))).toEqual([])
    expect(await publishDue(inHours(24))).toHaveLength(1)
    expect(await publishDue(inHours(-24))).toEqual([])
    expect(await publishDue(inHours(1))).toEqual([])
  })

  it('publishes once, however many ask at the same time', async () => {
    await scheduled('One')
    const outcomes = await Promise.all([1, 2, 3].map(() => publishDue(inHours(1))))
    expect(outcomes.flat()).toHaveLength(1)
    expect((await audit()).filter(verb => verb === 'publish')).toHaveLength(1)
    expect(await changes()).toHaveLength(1)
  })

  it('shows an editor what could not be published, once, and goes on with the rest', async () => {
    const article = await scheduled('One')
    await newsroom.database.rows("UPDATE articles SET headline = ''")
    await schedule(desk, {
      ...target(await anArticle({ storyId, locale: 'ar', headline: 'خبر', now })),
      at: inHours(2),
    })
    const outcomes = await publishDue(inHours(3))
    expect(outcomes.map(outcome => outcome.state)).toEqual(['failed', 'done'])
    expect(await stored()).toMatchObject({ status: 'review', publishedAt: null })
    expect(await newest(article)).toMatchObject({
      state: 'failed',
      settledAt: inHours(3),
      failure: 'An article without a headline cannot be published.',
    })
    expect(await audit()).toContain('fail-schedule')
    expect(await publishDue(inHours(4))).toEqual([])
  })

  it('fails visibly, whatever it was that went wrong', async () => {
    const article = await scheduled('One')
    const mend = await breakInserts('listings', 'listings are broken')
    const [outcome] = await publishDue(inHours(1))
    expect(outcome).toMatchObject({ state: 'failed', articleId: article.id })
    expect((await newest(article))?.failure).toMatch(/listings are broken.*schedule it again/)
    expect((await stored())?.status).toBe('review')
    expect(await changes()).toEqual([])
    await mend()
    const again = await schedule(desk, { ...target(article, inHours(1)), at: inHours(2) })
    expect(await publishDue(inHours(2))).toMatchObject([{ state: 'done', articleId: again.id }])
  })

  it('leaves what readers had once withdrawn when it cannot come back', async () => {
    const gone = await withdraw(
      desk,
      target(await publish(desk, target(await anArticle({ storyId, headline: 'One', now })))),
    )
    await schedule(desk, { ...target(gone), at: inHours(1) })
    await newsroom.database.rows("UPDATE articles SET headline = ''")
    expect(await publishDue(inHours(1))).toMatchObject([{ state: 'failed' }])
    expect((await stored())?.status).toBe('withdrawn')
    expect((await articleAnswer('en', storyId, inHours(1))).state).toBe('withdrawn')
  })

  it('does not touch an article that was taken out of the schedule behind its back', async () => {
    await scheduled('One')
    await newsroom.database.rows("UPDATE articles SET status = 'withdrawn'")
    expect(await publishDue(inHours(1))).toMatchObject([{ state: 'failed' }])
    expect((await stored())?.status).toBe('withdrawn')
  })

  it('waits while the database cannot be used, and tries again', async () => {
    await scheduled('One')
    const mend = await breakInserts('audit_log', 'nothing can be kept')
    await expect(publishDue(inHours(1))).rejects.toThrow()
    expect(await states()).toEqual(['waiting'])
    await mend()
    expect(await publishDue(inHours(1))).toMatchObject([{ state: 'done' }])
  })

  it('stops between two when the program ends', async () => {
    await scheduled('One')
    const ended = AbortSignal.abort()
    expect(await publishDue(inHours(1), ended)).toEqual([])
    expect(await states()).toEqual(['waiting'])
  })

  it('acts as the scheduler', async () => {
    await scheduled('One')
    await publishDue(inHours(1))
    const { actor, verb } = auditLog
    const [entry] = await reader().select({ actor }).from(auditLog).where(eq(verb, 'publish'))
    expect(entry?.actor).toBe(systemActor('scheduler').name)
  })
})

describe('waiting schedules and scheduled articles', () => {
  it('belong together, whatever is done', async () => {
    let current = await anArticle({ storyId, headline: '0', now })
    let state = 7
    const roll = (sides: number) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0
      return (state >>> 8) % sides
    }
    for (let step = 0; step < 150; step++) {
      const at = new Date(now.getTime() + step * 60_000)
      const acts = [
        () => schedule(desk, { ...target(current, at), at: new Date(at.getTime() + 1 + roll(180_000)) }),
        () => unschedule(desk, target(current, at)),
        () => publish(desk, target(current, at)),
        () => withdraw(desk, target(current, at)),
        () => edited(current, `${step}`, now),
        () => publishDue(at),
      ]
      await acts[roll(acts.length)]?.().catch((error: Error) => {
        if (!isExpected(error, 'publishing.refused')) throw error
      })
      current = (await write(tx => findArticle(tx, current.id))) ?? current
      const waiting = (await states()).filter(each => each === 'waiting').length
      expect(waiting, `step ${step}`).toBe(current.status === 'scheduled' ? 1 : 0)
    }
    expect(await states()).toEqual(expect.arrayContaining(['done', 'cancelled']))
  })
})
