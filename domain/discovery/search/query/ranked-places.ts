import { searchIndex } from '#db/search-index.ts'
import type { SearchExpression } from '#db/search-shapes.ts'
import { parts } from '#domain/discovery/search/tokens.ts'
import type { Locale } from '#i18n/locales.ts'
import type { RankTier } from './expressions.ts'

/** As many finds as can be counted and paged through. */
export const MAX_FOUND = 1000
/* Of each tier: behind them, what is left comes newest first. */
const MAX_PER_TIER = 200

/** Everything found, newest first; one more than `MAX_FOUND` says that there are more. */
export function newestPlaces(locale: Locale, everything: SearchExpression): Promise<number[]> {
  return searchIndex.find(locale, everything, MAX_FOUND + 1)
}

/**
 * The same in the order of tier, newer before older among equals. Worths are asked one after another until everything
 * found has its place.
 */
export async function rankedPlaces(locale: Locale, tiers: RankTier[], newest: number[]): Promise<number[]> {
  const find = ({ expression }: RankTier) => searchIndex.find(locale, expression, MAX_PER_TIER)
  const known = await widestFirst(tiers, find)
  const ranked = new Set<number>()
  for (const tier of tiers) {
    if (ranked.size >= newest.length) break
    for (const place of known.get(tier) ?? (await find(tier))) ranked.add(place)
  }
  for (const place of newest) ranked.add(place)
  return [...ranked].slice(0, MAX_FOUND)
}

/*
 * Each part takes in the ones before it. Most words stand together in no headline and no standfirst, and who asks for the
 * widest part first need not ask for what is in it.
 */
async function widestFirst(tiers: RankTier[], find: (tier: RankTier) => Promise<number[]>) {
  const known = new Map<RankTier, number[]>()
  let isNothingLeft = false
  for (const part of parts.toReversed()) {
    const ofPart = tiers.filter(tier => tier.part === part)
    const widest = ofPart.find(tier => tier.isWidest)
    if (widest && !isNothingLeft) {
      const places = await find(widest)
      known.set(widest, places)
      isNothingLeft = places.length === 0
    }
    if (isNothingLeft) for (const tier of ofPart) known.set(tier, [])
  }
  return known
}
