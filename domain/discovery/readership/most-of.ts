import type { Ranked } from '#db/queries/reads.ts'

/**
 * The articles with the highest totals, highest first, the newer one first among equals. Totals are many and lists are
 * short, so only candidates for the list are ever sorted.
 */
export function mostOf(totals: ReadonlyMap<number, number>, count: number): Ranked[] {
  const chosen: Ranked[] = []
  let least = 0
  for (const [articleId, reads] of totals) {
    if (reads < least) continue
    chosen.push({ articleId, reads })
    if (chosen.length < 4 * count) continue
    chosen.sort(byReads).length = count
    least = chosen.at(-1)?.reads ?? 0
  }
  return chosen.sort(byReads).slice(0, count)
}

function byReads(a: Ranked, b: Ranked): number {
  return b.reads - a.reads || b.articleId - a.articleId
}
