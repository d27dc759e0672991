import type { Outcome } from '#server/cache/page-cache.ts'

/*
 * Counted with plain numbers, because it happens tens of thousands of times a second; the registry reads them when
 * somebody asks.
 */

/** Page answers of this process by how they came about. */
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
