import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { reader } from '../../db/open'
import { takeLease } from '../../domain/jobs/take-lease'
import {
  type ExampleNewsroom,
  exampleDesk,
  openExampleNewsroom,
} from '../../domain/publishing/example-newsroom'
import { schedule } from '../../domain/publishing/schedule'
import { log } from '../log'
import { publishDueJob } from './publish-due-job'
import { startJobs } from './start-jobs'

const now = new Date('2026-02-22T12:00:00Z')
const due = new Date('2026-02-22T13:00:00Z')
const signal = new AbortController().signal

let newsroom: ExampleNewsroom

beforeEach(async () => {
  newsroom = await openExampleNewsroom(now)
  const { id, revision } = await newsroom.draft('en', 'One')
  await schedule(exampleDesk, { articleId: id, revision, at: due, now })
})

afterEach(() => {
  newsroom.close()
  vi.restoreAllMocks()
})

const status = () => reader().all<{ status: string }>(sql`SELECT status FROM articles`)[0]?.status
const leases = () => reader().all(sql`SELECT name FROM leases`)
const written = () => newsroom.database.connection.prepare('SELECT total_changes()').pluck().get()

describe('the job that publishes what is due', () => {
  it('writes nothing while nothing is due', async () => {
    const before = written()
    await publishDueJob.run(now, signal)
    expect(leases()).toEqual([])
    expect(written()).toBe(before)
  })

  it('publishes, and gives the lease back', async () => {
    await publishDueJob.run(due, signal)
    expect(status()).toBe('published')
    expect(leases()).toEqual([])
  })

  it('leaves it to another process that is at it, and does it when that one died', async () => {
    await takeLease('publish-due', 'another process', 1_000, due)
    await publishDueJob.run(due, signal)
    expect(status()).toBe('scheduled')
    await publishDueJob.run(new Date(due.getTime() + 1_000), signal)
    expect(status()).toBe('published')
  })

  it('logs what could not be published, once', async () => {
    const errors = vi.spyOn(log, 'error').mockReturnValue(undefined)
    newsroom.database.connection.prepare("UPDATE articles SET headline = ''").run()
    await publishDueJob.run(due, signal)
    await publishDueJob.run(due, signal)
    expect(errors).toHaveBeenCalledTimes(1)
  })

  it('publishes by itself, never before the promise, and looks four times a second', async () => {
    const { id, revision } = await newsroom.draft('ar', 'خبر')
    await schedule(exampleDesk, { articleId: id, revision, at: new Date(Date.now() + 400), now })
    const stop = new AbortController()
    const done = startJobs([publishDueJob], stop.signal)
    const waiting = () => reader().all(sql`SELECT 1 FROM schedules WHERE state = 'waiting'`)
    await vi.waitUntil(() => waiting().length === 0, { timeout: 15_000, interval: 20 })
    stop.abort()
    await done
    const [row] = reader().all<{ late: number }>(
      sql`SELECT settled_at - due_at AS late FROM schedules WHERE article_id = ${id}`,
    )
    expect(row?.late).toBeGreaterThanOrEqual(0)
    expect(publishDueJob.everyMs).toBeLessThanOrEqual(250)
  })
})
