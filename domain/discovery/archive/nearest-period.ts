import { stretchesWithArticles } from '#db/queries/archive.ts'
import type { ArchiveDate } from '#db/shapes.ts'
import { startOfDay } from '#i18n/dates.ts'
import type { Locale } from '#i18n/locales.ts'

/**
 * The narrowest period around a date that has articles in a language: the day itself, else its month, else its year,
 * else the whole archive. It takes one query.
 */
export async function nearestPeriod(
  locale: Locale,
  { year, month, day }: ArchiveDate,
  now = new Date(),
): Promise<ArchiveDate> {
  if (year === undefined) return {}
  const periods = [[startOfDay(year, 1, 1), startOfDay(year + 1, 1, 1)]]
  if (month !== undefined) periods.push([startOfDay(year, month, 1), startOfDay(year, month + 1, 1)])
  if (month !== undefined && day !== undefined)
    periods.push([startOfDay(year, month, day), startOfDay(year, month, day + 1)])

  /* Each period lies within the next. Their starts and ends, in order, cut the year into stretches. */
  const boundaries = [...periods.map(([from]) => from), ...periods.map(([, to]) => to).reverse()]
  const found = await stretchesWithArticles(
    locale,
    boundaries.filter(at => at !== undefined),
    now,
  )
  const holds = (depth: number) => found.slice(depth, found.length - depth).some(Boolean)
  if (day !== undefined && holds(2)) return { year, month, day }
  if (month !== undefined && holds(1)) return { year, month }
  return holds(0) ? { year } : {}
}
