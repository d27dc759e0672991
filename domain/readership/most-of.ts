import type { Ranked } from '../../db/queries/reads'

/**
 * The articles with the highest totals, highest first; among equals the newer one. Whoever is far below is left
 * out before anything is sorted: totals are many, and lists are short.
 */
export function mostOf(totals: ReadonlyMap<number, number>, count: number): Ranked[] {
  const least = Float64Array.from(totals.values()).sort().at(-count) ?? 0
  const chosen: Ranked[] = []
  for (const [articleId, reads] of totals) if (reads >= least) chosen.push({ articleId, reads })
  return chosen.sort((a, b) => b.reads - a.reads || b.articleId - a.articleId).slice(0, count)
}
