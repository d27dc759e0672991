import { dayParts, formatClock } from '#i18n/dates.ts'
import type { Locale } from '#i18n/locales.ts'
import { monthName } from '#i18n/months.ts'

/**
 * The time before a headline: the clock time for today, the day for earlier this year, month and year for other years.
 * English shortens the month to three letters; Arabic does not shorten words.
 */
export function headlineTime(at: Date, now: Date, locale: Locale): { text: string; isToday: boolean } {
  const day = dayParts(at)
  const today = dayParts(now)
  if (day.day === today.day && day.month === today.month && day.year === today.year) {
    return { text: formatClock(at), isToday: true }
  }
  const name = monthName(day.month, locale)
  const month = locale === 'en' ? name.slice(0, 3) : name
  return {
    text: day.year === today.year ? `${day.day}\u00a0${month}` : `${month} ${day.year}`,
    isToday: false,
  }
}
