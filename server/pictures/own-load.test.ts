import { expect, it } from 'vitest'
import { restAfter } from './own-load.ts'

it('never rests for long', () => expect(restAfter(5_000, 1)).toBe(3_000))

it.each([
  [0, 0],
  [0.1, 0],
  [0.35, 450],
  [0.6, 900],
  [2, 900],
])('with %d processors busy, rests after 100 ms of work for %d ms', (cores, expected) => {
  expect(restAfter(100, cores)).toBeCloseTo(expected)
})
