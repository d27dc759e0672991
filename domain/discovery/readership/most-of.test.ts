import { expect, it } from 'vitest'
import { mostOf } from './most-of.ts'

const of = (totals: [number, number][], count: number) =>
  mostOf(new Map(totals), count).map(each => each.articleId)

it('puts the most read first, and among equals the newer', () => {
  const totals: [number, number][] = [
    [1, 5],
    [2, 9],
    [3, 5],
    [4, 100],
    [5, 1],
  ]
  expect(of(totals, 10)).toEqual([4, 2, 3, 1, 5])
  expect(of(totals, 3)).toEqual([4, 2, 3])
  expect(of(totals, 1)).toEqual([4])
})

it('has nothing of nothing', () => {
  expect(of([], 10)).toEqual([])
})

it('finds them among many, in whatever order they come', () => {
  const totals = Array.from({ length: 5000 }, (_, id): [number, number] => [id, (id * 7919) % 1000])
  const sorted = totals.toSorted((a, b) => b[1] - a[1] || b[0] - a[0]).map(([id]) => id)
  expect(of(totals, 20)).toEqual(sorted.slice(0, 20))
  expect(of(totals.toReversed(), 20)).toEqual(sorted.slice(0, 20))
})
