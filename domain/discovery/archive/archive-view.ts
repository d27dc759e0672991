import { headlinesBetween } from '#db/queries/archive.ts'
import type { ArchiveDate, ArchiveView } from '#db/shapes.ts'
import { startOfDay } from '#i18n/dates.ts'
import type { Locale } from '#i18n/locales.ts'
import { archiveDays, archiveMonths, archiveYears } from './calendar.ts'

/**
 * A page of the archive. A month or a day gives a page of its headlines; a year or no date gives the way there, with
 * the headlines of the newest day. Null when the period or page is empty: a calendar without end would offer crawlers
 * empty pages for ever.
 */
export async function archiveView(
  locale: Locale,
  asked: ArchiveDate,
  page: number,
  now = new Date(),
): Promise<ArchiveView | null> {
  const years = await archiveYears(locale, now)
  const year = asked.year ?? years[0]
  if (year === undefined) return page === 1 ? { kind: 'empty' } : null
  if (!years.includes(year)) return null
  const months = await archiveMonths(locale, year, now)
  const month = asked.month ?? months.at(-1)
  if (month === undefined || !months.includes(month)) return null
  const days = await archiveDays(locale, year, month, now)
  const calendar = { years, year, months, month, days }
  const dayPage = (day: number) =>
    headlinesBetween(locale, startOfDay(year, month, day), startOfDay(year, month, day + 1), page, now)

  if (asked.month === undefined) {
    const newestDay = days.at(-1)
    if (newestDay === undefined || page > 1) return null
    return { kind: 'overview', calendar, newestDay, headlines: await dayPage(newestDay) }
  }
  const { day } = asked
  if (day !== undefined && !days.includes(day)) return null
  const headlines =
    day === undefined
      ? await headlinesBetween(locale, startOfDay(year, month, 1), startOfDay(year, month + 1, 1), page, now)
      : await dayPage(day)
  return headlines.items.length > 0 ? { kind: 'period', calendar, day, headlines } : null
}
