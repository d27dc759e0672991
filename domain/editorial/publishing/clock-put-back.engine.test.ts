/** The clock of the machine is put back by an hour, while everything goes on. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openDatabase, reader } from '#db/open.ts'
import { articleAnswer } from '#db/queries/article.ts'
import { changesSince } from '#db/queries/changes.ts'
import { latestHeadlines } from '#db/queries/headlines.ts'
import type { StoredArticle } from '#db/queries/publishing.ts'
import { newestSchedules } from '#db/queries/schedules.ts'
import { desk } from '#testing/actors.testing.ts'
import { aNewsroom } from '#testing/newsroom.testing.ts'
import { anArticle, aStory } from '#testing/stories.testing.ts'
import { correct } from './correct.ts'
import { publish } from './publish.ts'
import { publishDue } from './publish-due.ts'
import { schedule } from './schedule.ts'
import { withdraw } from './withdraw.ts'

const now = new Date('2026-02-22T12:00:00Z')
const HOUR_MS = 3_600_000
const later = (ms: number) => new Date(now.getTime() + ms)
const anHourAgo = later(-HOUR_MS)

aNewsroom()
let storyId: number

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now })
  storyId = await aStory({ now: later(-3 * HOUR_MS) })
})
afterEach(async () => {
  vi.useRealTimers()
})

/* The clock of the machine decides. */
const target = ({ id, revision }: StoredArticle) => ({ articleId: id, revision })
const written = () => ({ storyId, now: later(-3 * HOUR_MS) })
const shown = async () => (await latestHeadlines('en', 10)).map(item => item.headline)

it('brings nothing back that was withdrawn', async () => {
  const article = await publish(desk, target(await anArticle({ ...written(), headline: 'Withdrawn' })))
  await withdraw(desk, target(article))
  vi.setSystemTime(anHourAgo)
  expect(await shown()).toEqual([])
  expect((await articleAnswer('en', storyId)).state).toBe('withdrawn')
})

it('publishes what was promised once, whatever the clock says later', async () => {
  const article = await schedule(desk, {
    ...target(await anArticle({ ...written(), headline: 'Promised' })),
    at: later(1000),
  })
  vi.setSystemTime(later(2000))
  expect(await publishDue()).toMatchObject([{ state: 'done', dueAt: later(1000) }])
  vi.setSystemTime(anHourAgo)
  expect(await publishDue()).toEqual([])
  vi.setSystemTime(later(3000))
  expect(await publishDue()).toEqual([])
  expect((await newestSchedules(reader(), [article.id])).get(article.id)?.state).toBe('done')
  expect(await shown()).toEqual(['Promised'])
})

it('keeps a promise when its moment comes by the clock', async () => {
  vi.setSystemTime(anHourAgo)
  await schedule(desk, {
    ...target(await anArticle({ ...written(), headline: 'Promised' })),
    at: later(0),
  })
  expect(await publishDue()).toEqual([])
  vi.setSystemTime(now)
  expect(await publishDue()).toMatchObject([{ state: 'done' }])
})

it('corrects and withdraws what was published in the hour that comes again, and shows it anew', async () => {
  const published = await publish(desk, target(await anArticle({ ...written(), headline: 'Of that hour' })))
  vi.setSystemTime(anHourAgo)
  const corrected = await correct(desk, { ...target(published), text: 'A number was wrong' })
  const withdrawn = await withdraw(desk, target(corrected))
  await publish(desk, target(withdrawn))
  expect(await shown()).toEqual(['Of that hour'])
})

it('names each change after the one before', async () => {
  const before = openDatabase().contentVersion()
  const article = await publish(desk, target(await anArticle({ ...written(), headline: 'First' })))
  vi.setSystemTime(anHourAgo)
  await withdraw(desk, target(article))
  const changes = (await changesSince(before)) ?? []
  expect(changes.map(change => change.at)).toEqual([now, anHourAgo])
  expect(changes[1]?.tags).toContain(`withdrawn:${storyId}`)
  expect(changes[1]?.version).toBeGreaterThan(changes[0]?.version ?? 0)
})
