import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Database, openDatabase } from '#db/open.ts'
import { HEADLINES_A_PAGE } from '#db/queries/listing.ts'
import { putSection } from '#db/queries/writing/catalogue.ts'
import { write } from '#db/write.ts'
import { systemActor } from '#domain/editorial/accounts/actor.ts'
import { createArticle } from '#domain/editorial/publishing/create-article.ts'
import { createStoryIn } from '#domain/editorial/publishing/create-story.ts'
import { publish } from '#domain/editorial/publishing/publish.ts'
import type { Locale } from '#i18n/locales.ts'
import { archiveView } from './archive-view.ts'
import { archiveDate } from './calendar.ts'
import { nearestPeriod } from './nearest-period.ts'

const desk = systemActor('desk')
const now = new Date('2026-11-26T12:00:00Z')
const BUSY_DAY = HEADLINES_A_PAGE + 5

let database: Database
let folder: string

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'press-archive-'))
  database = openDatabase(folder)
  const texts = { name: 'world', slug: 'world', description: '' }
  const sectionId = await write(tx =>
    putSection(tx, { key: 'world', glaze: 'science', position: 0, texts: { ar: texts, en: texts } }),
  )
  for (let number = 0; number < BUSY_DAY; number++)
    await publishOn(sectionId, 'ar', `2026-03-05T09:${String(number % 60).padStart(2, '0')}:00Z`)
  await publishOn(sectionId, 'ar', '2026-03-01T09:00:00Z')
  await publishOn(sectionId, 'ar', '2025-07-10T09:00:00Z')
  await publishOn(sectionId, 'en', '2026-03-20T09:00:00Z')
  await publishOn(sectionId, 'en', '2025-01-02T09:00:00Z')
}, 60_000)

afterAll(async () => {
  await database.close()
  fs.rmSync(folder, { recursive: true, force: true })
})

async function publishOn(sectionId: number, locale: Locale, at: string) {
  const story = { sectionId, kind: 'news', leadMediaId: null, topicIds: [], pictureTexts: {}, now } as const
  const storyId = await write(tx => createStoryIn(tx, desk, { ...story, topicIds: [] }))
  const article = { storyId, locale, headline: at, standfirst: '', authorIds: [], now }
  const body = {
    type: 'doc' as const,
    content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: at }] }],
  }
  const { id, revision } = await createArticle(desk, { ...article, body })
  await publish(desk, { articleId: id, revision, publishedAt: new Date(at) })
}

async function storiesOf(date: { year: number; month: number; day?: number }, page: number) {
  const view = await archiveView('ar', date, page, now)
  return view?.kind === 'period' ? view.headlines : null
}

describe('the archive', () => {
  it.each([
    ['day', { year: 2026, month: 3, day: 5 }, BUSY_DAY],
    ['month', { year: 2026, month: 3 }, BUSY_DAY + 1],
  ])('loses no story of a busy %s', async (_, date, total) => {
    const first = await storiesOf(date, 1)
    const second = await storiesOf(date, 2)
    expect(first?.hasNext).toBe(true)
    expect(second?.hasNext).toBe(false)
    const ids = [...(first?.items ?? []), ...(second?.items ?? [])].map(item => item.storyId)
    expect(new Set(ids).size).toBe(total)
    expect(await archiveView('ar', date, 3, now)).toBeNull()
  })

  it('says of which day a year shows the headlines', async () => {
    const view = await archiveView('ar', { year: 2025 }, 1, now)
    expect(view).toMatchObject({ kind: 'overview', newestDay: 10, calendar: { month: 7, months: [7] } })
    expect(await archiveView('ar', {}, 1, now)).toMatchObject({ kind: 'overview', newestDay: 5 })
    expect(await archiveView('ar', { year: 2025 }, 2, now)).toBeNull()
  })

  it('has no page for a period without stories', async () => {
    expect(await archiveView('ar', { year: 2026, month: 3, day: 6 }, 1, now)).toBeNull()
    expect(await archiveView('ar', { year: 2026, month: 4 }, 1, now)).toBeNull()
    expect(await archiveView('ar', { year: 2024 }, 1, now)).toBeNull()
  })

  it('finds the nearest period of the other language', async () => {
    expect(await nearestPeriod('en', { year: 2026, month: 3, day: 20 }, now)).toEqual({
      year: 2026,
      month: 3,
      day: 20,
    })
    expect(await nearestPeriod('en', { year: 2026, month: 3, day: 5 }, now)).toEqual({ year: 2026, month: 3 })
    expect(await nearestPeriod('ar', { year: 2026, month: 3, day: 1 }, now)).toMatchObject({ day: 1 })
    expect(await nearestPeriod('en', { year: 2025, month: 7, day: 10 }, now)).toEqual({ year: 2025 })
    expect(await nearestPeriod('en', { year: 2024, month: 7 }, now)).toEqual({})
    expect(await nearestPeriod('en', {}, now)).toEqual({})
  })

  it('reads dates from addresses', () => {
    expect(archiveDate([])).toEqual({})
    expect(archiveDate(['2026', '03', '05'])).toEqual({ year: 2026, month: 3, day: 5 })
    for (const wrong of [
      ['26'],
      ['2026', '3'],
      ['2026', '13'],
      ['2026', '02', '30'],
      ['2026', '01', '01', '01'],
    ])
      expect(archiveDate(wrong)).toBeNull()
  })
})
