import { archiveSpan, stretchesWithArticles } from '#db/queries/archive.ts'
import type { ArchiveDate } from '#db/shapes.ts'
import { dayParts, startOfDay } from '#i18n/dates.ts'
import type { Locale } from '#i18n/locales.ts'

/** The years that have articles, newest first. */
export async function archiveYears(locale: Locale, now = new Date()): Promise<number[]> {
  const span = await archiveSpan(locale, now)
  if (!span) return []
  const first = dayParts(span.first).year
  const last = dayParts(span.last).year
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  const read = await stretchesWithArticles(
    locale,
    [...years, last + 1].map(year => startOfDay(year, 1, 1)),
    now,
  )
  return years.filter((_, index) => read[index]).reverse()
}

/** The months of a year (1 to 12) that have articles. */
export async function archiveMonths(locale: Locale, year: number, now = new Date()): Promise<number[]> {
  const boundaries = Array.from({ length: 13 }, (_, index) => startOfDay(year, index + 1, 1))
  const read = await stretchesWithArticles(locale, boundaries, now)
  return read.flatMap((found, index) => (found ? [index + 1] : []))
}

/** The days of a month that have articles. */
export async function archiveDays(
  locale: Locale,
  year: number,
  month: number,
  now = new Date(),
): Promise<number[]> {
  const boundaries = Array.from({ length: daysIn(year, month) + 1 }, (_, index) =>
    startOfDay(year, month, index + 1),
  )
  const read = await stretchesWithArticles(locale, boundaries, now)
  return read.flatMap((found, index) => (found ? [index + 1] : []))
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** Reads path segments as the whole archive, a year, a month or a day; null when there is no such date. */
export function archiveDate(segments: string[]): ArchiveDate | null {
  if (segments.length === 0) return {}
  const [yearText = '', monthText, dayText] = segments
  if (segments.length > 3 || !/^\d{4}$/.test(yearText)) return null
  const year = Number(yearText)
  if (monthText === undefined) return { year }
  const month = Number(monthText)
  if (!/^\d{2}$/.test(monthText) || month < 1 || month > 12) return null
  if (dayText === undefined) return { year, month }
  const day = Number(dayText)
  if (!/^\d{2}$/.test(dayText) || day < 1 || day > daysIn(year, month)) return null
  return { year, month, day }
}
