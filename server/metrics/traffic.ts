import type { Outcome } from '#server/cache/page-cache.ts'

/*
 * Plain numbers, because they change tens of thousands of times a second. The registry reads them at each scrape.
 */

/** Page answers of this process by outcome. */
export const pageAnswers: Record<Outcome, number> = {
  hit: 0,
  lingering: 0,
  miss: 0,
  stale: 0,
  bypass: 0,
  joined: 0,
  spared: 0,
}

/** All answers of this process by the first digit of their status. */
export const answersByClass = [0, 0, 0, 0, 0, 0]

export function countAnswer(status: number): void {
  const digit = Math.trunc(status / 100)
  answersByClass[digit] = (answersByClass[digit] ?? 0) + 1
}
