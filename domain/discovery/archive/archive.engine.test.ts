import { beforeAll, describe, expect, it } from 'vitest'
import { HEADLINES_A_PAGE } from '#db/queries/listing.ts'
import type { Locale } from '#i18n/locales.ts'
import { aSection } from '#testing/filing.testing.ts'
import { aNewsroom } from '#testing/newsroom.testing.ts'
import { anArticle } from '#testing/stories.testing.ts'
import { archiveView } from './archive-view.ts'
import { archiveDate } from './calendar.ts'
import { nearestPeriod } from './nearest-period.ts'

const now = new Date('2026-11-26T12:00:00Z')
const BUSY_DAY = HEADLINES_A_PAGE + 5

aNewsroom('once')

beforeAll(async () => {
  const sectionId = await aSection({ key: 'world', ar: 'world', en: 'world' })
  for (let number = 0; number < BUSY_DAY; number++)
    await publishOn(sectionId, 'ar', `2026-03-05T09:${String(number % 60).padStart(2, '0')}:00Z`)
  await publishOn(sectionId, 'ar', '2026-03-01T09:00:00Z')
  await publishOn(sectionId, 'ar', '2025-07-10T09:00:00Z')
  await publishOn(sectionId, 'en', '2026-03-20T09:00:00Z')
  await publishOn(sectionId, 'en', '2025-01-02T09:00:00Z')
}, 60_000)

function publishOn(sectionId: number, locale: Locale, at: string) {
  const publishedAt = new Date(at)
  return anArticle({ story: { sectionId }, locale, headline: at, status: 'published', publishedAt, now })
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
