import { searchIndex } from '#db/search-index.ts'
import type { SearchExpression } from '#db/search-shapes.ts'
import { parts } from '#domain/discovery/search/tokens.ts'
import type { Locale } from '#i18n/locales.ts'
import type { Worth } from './expressions.ts'

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
export async function placesByWorth(locale: Locale, worths: Worth[], newest: number[]): Promise<number[]> {
  const find = ({ expression }: Worth) => searchIndex.find(locale, expression, MOST_OF_A_WORTH)
  const known = await widestFirst(worths, find)
  const ranked = new Set<number>()
  for (const worth of worths) {
    if (ranked.size >= newest.length) break
    for (const place of known.get(worth) ?? (await find(worth))) ranked.add(place)
  }
  for (const place of newest) ranked.add(place)
  return [...ranked].slice(0, MOST_FOUND)
}

/*
 * Each part takes in the ones before it. Most words stand together in no headline and no standfirst, and who asks for the
 * widest part first need not ask for what is in it.
 */
async function widestFirst(worths: Worth[], find: (worth: Worth) => Promise<number[]>) {
  const known = new Map<Worth, number[]>()
  let isNothingLeft = false
  for (const part of parts.toReversed()) {
    const ofPart = worths.filter(worth => worth.part === part)
    const widest = ofPart.find(worth => worth.isWidest)
    if (widest && !isNothingLeft) {
      const places = await find(widest)
      known.set(widest, places)
      isNothingLeft = places.length === 0
    }
    if (isNothingLeft) for (const worth of ofPart) known.set(worth, [])
  }
  return known
}
