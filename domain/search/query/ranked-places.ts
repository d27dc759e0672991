import { searchIndex } from '../../../db/search-index'
import type { SearchExpression } from '../../../db/search-shapes'
import type { Locale } from '../../../i18n/locales'

/** As many finds as can be counted and paged through. */
export const MOST_FOUND = 1000
/* Of each worth: behind them, what is left comes newest first. */
const MOST_OF_A_WORTH = 200

/** Everything found, newest first; one more than `MOST_FOUND` says that there are more. */
export function newestPlaces(locale: Locale, everything: SearchExpression): Promise<number[]> {
  return searchIndex.find(locale, everything, MOST_FOUND + 1)
}

/**
 * The same in the order of worth, newer before older among equals. Worths are asked one after another until everything
 * found has its place.
 */
export async function placesByWorth(
  locale: Locale,
  worths: SearchExpression[],
  newest: number[],
): Promise<number[]> {
  const ranked = new Set<number>()
  for (const expression of worths) {
    if (ranked.size >= newest.length) break
    for (const place of await searchIndex.find(locale, expression, MOST_OF_A_WORTH)) ranked.add(place)
  }
  for (const place of newest) ranked.add(place)
  return [...ranked].slice(0, MOST_FOUND)
}
