import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { reader } from '#db/open.ts'
import { newestSchedules } from '#db/queries/schedules.ts'
import { articles, leases, schedules } from '#db/schema/tables.ts'
import { takeLease } from '#domain/editorial/jobs/take-lease.ts'
import { schedule } from '#domain/editorial/publishing/schedule.ts'
import { log } from '#server/log.ts'
import { desk } from '#testing/actors.testing.ts'
import { aNewsroom } from '#testing/newsroom.testing.ts'
import { anArticle, aStory } from '#testing/stories.testing.ts'
import { publishDueJob } from './publish-due-job.ts'
import { startJobs } from './start-jobs.ts'

const now = new Date('2026-02-22T12:00:00Z')
const due = new Date('2026-02-22T13:00:00Z')
const signal = new AbortController().signal

const newsroom = aNewsroom()
let storyId: number

beforeEach(async () => {
  storyId = await aStory({ now })
  const { id, revision } = await anArticle({ storyId, headline: 'One', now })
  await schedule(desk, { articleId: id, revision, at: due, now })
})

afterEach(async () => {
  vi.restoreAllMocks()
})

const status = async () => (await reader().select({ status: articles.status }).from(articles))[0]?.status
const heldLeases = () => reader().select({ name: leases.name }).from(leases)

describe('the job that publishes what is due', () => {
  it('writes nothing while nothing is due', async () => {
    const transact = vi.spyOn(newsroom.database, 'transact')
    await publishDueJob.run(now, signal)
    expect(await heldLeases()).toEqual([])
    expect(transact).not.toHaveBeenCalled()
  })

  it('publishes, and gives the lease back', async () => {
    await publishDueJob.run(due, signal)
    expect(await status()).toBe('published')
    expect(await heldLeases()).toEqual([])
  })

  it('leaves it to another process that is at it, and does it when that one died', async () => {
    await takeLease('publish-due', 'another process', 1_000, due)
    await publishDueJob.run(due, signal)
    expect(await status()).toBe('scheduled')
    await publishDueJob.run(new Date(due.getTime() + 1_000), signal)
    expect(await status()).toBe('published')
  })

  it('logs what could not be published, once', async () => {
    const errors = vi.spyOn(log, 'error').mockReturnValue(undefined)
    await newsroom.database.rows("UPDATE articles SET headline = ''")
    await publishDueJob.run(due, signal)
    await publishDueJob.run(due, signal)
    expect(errors).toHaveBeenCalledTimes(1)
  })

  it('publishes by itself, never before the promise, and looks four times a second', async () => {
    const { id, revision } = await anArticle({ storyId, locale: 'ar', headline: 'خبر', now })
    await schedule(desk, { articleId: id, revision, at: new Date(Date.now() + 400), now })
    const stop = new AbortController()
    const done = startJobs([publishDueJob], stop.signal)
    const waiting = () => reader().$count(schedules, eq(schedules.state, 'waiting'))
    await vi.waitUntil(async () => (await waiting()) === 0, { timeout: 15_000, interval: 20 })
    stop.abort()
    await done
    const kept = (await newestSchedules(reader(), [id])).get(id)
    expect(kept?.settledAt?.getTime()).toBeGreaterThanOrEqual(kept?.dueAt.getTime() ?? Number.NaN)
    expect(publishDueJob.everyMs).toBeLessThanOrEqual(250)
  })
})
