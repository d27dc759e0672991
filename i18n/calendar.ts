import { type Locale, locales } from './locales.ts'

/**
 * The first day of the newsroom's week as `Date` counts (0 Sunday, 6 Saturday): Sunday, as in the site's default
 * time zone. One place decides, because countries that share the language do not share the week.
 */
const FIRST_DAY = 0

/** The weeks of a month (1 to 12), seven days each, with null for a day of another month. */
export function monthCells(year: number, month: number): (number | null)[][] {
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const before = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() - FIRST_DAY + 7) % 7
  const cells = [...Array<null>(before).fill(null), ...Array.from({ length: days }, (_, index) => index + 1)]
  while (cells.length % 7 !== 0) cells.push(null)
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7))
}

/** The names of weekdays, from the first day of the week. The short Arabic name omits the article: «سبت». */
export function weekdayNames(locale: Locale): { long: string; short: string }[] {
  const long = new Intl.DateTimeFormat(locales[locale].intl, { weekday: 'long', timeZone: 'UTC' })
  return Array.from({ length: 7 }, (_, index) => {
    /* 4 January 1970 was a Sunday. */
    const name = long.format(new Date(Date.UTC(1970, 0, 4 + FIRST_DAY + index)))
    return { long: name, short: locale === 'ar' ? name.replace(/^ال/, '') : name.slice(0, 3) }
  })
}
