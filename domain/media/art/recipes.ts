import type { Family, TilingName } from './tilings.ts'

type Options = readonly [number, ...number[]]

/**
 * Contact angles (degrees) and reaches of a tiling that leave no loose end and give good stars. `scales` are steps from
 * star to star over the picture's shorter side: the more a cell holds, the larger.
 */
export type Recipe = {
  tiling: TilingName
  family: Family
  angles: Options
  reaches: Options
  scales: Options
}

const BROAD = [0.34, 0.42, 0.52, 0.66] as const
const DENSE = [0.48, 0.6, 0.74] as const
const DENSEST = [0.58, 0.7, 0.86] as const

export const recipes: readonly Recipe[] = [
  { tiling: '6.6.6', family: 6, angles: [50, 60, 66], reaches: [1], scales: [0.3, 0.38, 0.48] },
  { tiling: '6.6.6', family: 6, angles: [66, 70, 74], reaches: [2], scales: BROAD },
  { tiling: '3.6.3.6', family: 6, angles: [54, 60, 68], reaches: [1], scales: BROAD },
  { tiling: '3.4.6.4', family: 6, angles: [52, 60, 67], reaches: [1], scales: BROAD },
  { tiling: '4.8.8', family: 8, angles: [58, 67.5, 72], reaches: [1, 2], scales: BROAD },
  { tiling: '4.8.8', family: 8, angles: [62, 67.5, 70], reaches: [2, 3], scales: BROAD },
  { tiling: '10.bow', family: 10, angles: [54, 60, 72], reaches: [1, 2], scales: BROAD },
  { tiling: '10.bow', family: 10, angles: [66, 72], reaches: [2, 3], scales: BROAD },
  { tiling: '4.6.12', family: 12, angles: [60, 66, 72], reaches: [1, 2], scales: DENSEST },
  { tiling: '4.6.12', family: 12, angles: [66, 70, 75], reaches: [2, 3], scales: DENSEST },
  { tiling: '3.12.12', family: 12, angles: [60, 67.5, 75], reaches: [2, 3], scales: DENSE },
  { tiling: '3.4.3.12', family: 12, angles: [60, 67.5, 75], reaches: [2, 3], scales: DENSE },
]
