import { siteTimeZone } from '#settings/site-time-zone.ts'
import { formatter } from './date-formatter.ts'
import { type Locale, locales } from './locales.ts'
import { hijriMonthAfterDay, monthName, monthNameInBothUsages } from './months.ts'
import { type DayParts, instantIn, partsIn } from './zoned-time.ts'

/** The calendar day and clock time of an instant in the site's time zone. */
export function dayParts(at: Date): DayParts {
  return partsIn(siteTimeZone(), at)
}

const two = (value: number) => String(value).padStart(2, '0')

/** `2026-02-22` in the site's time zone, for `<time datetime>` of a day. */
export function isoDay(at: Date): string {
  const { year, month, day } = dayParts(at)
  return `${year}-${two(month)}-${two(day)}`
}

/* Readers stumble over a line break between a day and its month. */
const NO_BREAK = '\u00a0'

/** «22 فبراير 2026» or `22 February 2026`. */
export function formatDay(at: Date, locale: Locale): string {
  const { year, month, day } = dayParts(at)
  return `${day}${NO_BREAK}${monthName(month, locale)} ${year}`
}

/** «السبت 22 فبراير 2026» or `Sunday 22 February 2026`. */
export function formatWeekdayAndDay(at: Date, locale: Locale): string {
  return `${formatWeekday(at, locale)} ${formatDay(at, locale)}`
}

/** «السبت 22 فبراير» or `Sunday 22 February`, for places where the year stands nearby. */
export function formatWeekdayInYear(at: Date, locale: Locale): string {
  const { month, day } = dayParts(at)
  return `${formatWeekday(at, locale)} ${day}${NO_BREAK}${monthName(month, locale)}`
}

/** «السبت 22 فبراير/شباط 2026» or `Sunday 22 February 2026`, for the masthead. */
export function formatMastheadDay(at: Date, locale: Locale): string {
  const { year, month, day } = dayParts(at)
  return `${formatWeekday(at, locale)} ${day}${NO_BREAK}${monthNameInBothUsages(month, locale)} ${year}`
}

/** «السبت 22 فبراير 2026» or `Sun 22 February 2026`, for one line of a phone: Arabic has no short names of weekdays. */
export function formatNarrowDay(at: Date, locale: Locale): string {
  return `${formatWeekday(at, locale, 'short')} ${formatDay(at, locale)}`
}

function formatWeekday(at: Date, locale: Locale, weekday: 'long' | 'short' = 'long'): string {
  return formatter(locales[locale].intl, { weekday, timeZone: siteTimeZone() }).format(at)
}

/** The Hijri day by the umm al-qura calendar: «23 شعبان 1446 هـ» or `23 Shaʻban 1446 AH`. */
export function formatHijriDay(at: Date, locale: Locale): string {
  const parts = formatter(locales[locale].intlHijri, {
    day: 'numeric',
    month: locale === 'ar' ? 'numeric' : 'long',
    year: 'numeric',
    timeZone: siteTimeZone(),
  }).formatToParts(at)
  const value = (type: Intl.DateTimeFormatPartTypes) => parts.find(part => part.type === type)?.value ?? ''
  const month = locale === 'ar' ? hijriMonthAfterDay(Number(value('month'))) : value('month')
  return `${value('day')}${NO_BREAK}${month} ${value('year')}${NO_BREAK}${locale === 'ar' ? 'هـ' : 'AH'}`
}

/** `14:05`, in the site's time zone. */
export function formatClock(at: Date): string {
  const { hour, minute } = dayParts(at)
  return `${two(hour)}:${two(minute)}`
}

/** «22 فبراير 2026، 14:05» or `22 February 2026, 14:05`. The caller names the time zone once nearby. */
export function formatDayAndClock(at: Date, locale: Locale): string {
  return `${formatDay(at, locale)}${locale === 'ar' ? '،' : ','} ${formatClock(at)}`
}

/** The instant at which a calendar day of the site's time zone begins. `day` may overflow, as `Date` allows. */
export function startOfDay(year: number, month: number, day: number): Date {
  return clockInstant({ year, month, day, hour: 0, minute: 0 })
}

/** The same for a day as `2026-02-22`. */
export function startOfIsoDay(iso: string): Date {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number)
  return startOfDay(year, month, day)
}

/** The instant at which the next day of the site's time zone begins. */
export function nextMidnight(at: Date): Date {
  const { year, month, day } = dayParts(at)
  return startOfDay(year, month, day + 1)
}

/** The instant of a clock time in the site's time zone; a time that a clock change skips moves to the next that exists. */
export function clockInstant(parts: DayParts): Date {
  return instantIn(siteTimeZone(), parts)
}
