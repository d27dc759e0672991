import { searchIndex } from '#db/search-index.ts'
import type { SearchExpression } from '#db/search-shapes.ts'
import { parts } from '#domain/discovery/search/tokens.ts'
import type { Locale } from '#i18n/locales.ts'
import type { RankTier } from './expressions.ts'

/** Limit of results that are counted and paged through. */
export const MAX_FOUND = 1000
/* Limit of each tier. Results beyond it follow newest first. */
const MAX_PER_TIER = 200

/** All results, newest first; one more than `MAX_FOUND` shows that there are more. */
export function newestPlaces(locale: Locale, everything: SearchExpression): Promise<number[]> {
  return searchIndex.find(locale, everything, MAX_FOUND + 1)
}

/**
 * The same results by tier, newest first within a tier. Tiers are queried one after another until every result has its
 * place.
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
 * Each part contains the ones before it. Few queries have all their words in a headline or a standfirst, and when the
 * widest tier of a part is empty, its other tiers need no query.
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
