import type { Band, Front } from '../../db/shapes'

/** One band of the front, from the second on: the first is always the lead and what stands beside it. */
export type FrontBlock =
  | { kind: 'trio' | 'row' | 'wide'; band: Band }
  | { kind: 'lists'; bands: Band[] }
  | { kind: 'opinion' | 'feature' | 'watch' }

/** A band with fewer stories would leave a grid of columns half empty. */
const ENOUGH_FOR_COLUMNS = 3

/**
 * The rhythm of the front: which section gets which grid, so that no two neighbours share one. Sections keep their
 * order but for the two that open the front, which need stories enough to fill their columns.
 */
export function planFront(front: Pick<Front, 'bands' | 'feature' | 'opinion' | 'watch'>): FrontBlock[] {
  const [trio, row] = front.bands.filter(band => band.stories.length >= ENOUGH_FOR_COLUMNS)
  const rest = front.bands.filter(band => band !== trio && band !== row)
  const blocks: FrontBlock[] = []
  if (trio) blocks.push({ kind: 'trio', band: trio })
  if (row) blocks.push({ kind: 'row', band: row })
  if (front.opinion.length > 0) blocks.push({ kind: 'opinion' })
  if (front.feature) blocks.push({ kind: 'feature' })
  if (front.watch.length > 0) blocks.push({ kind: 'watch' })
  return [...blocks, ...planRest(rest)]
}

function planRest(bands: Band[]): FrontBlock[] {
  const [first, , , fourth, fifth] = bands
  if (!first) return []
  if (bands.length === 1) return [{ kind: 'wide', band: first }]
  if (bands.length <= 3) return [{ kind: 'lists', bands }]
  if (bands.length === 4) return [{ kind: 'wide', band: first }, ...planRest(bands.slice(1))]
  if (bands.length === 5 || !fourth || !fifth) {
    return [{ kind: 'lists', bands: bands.slice(0, 2) }, ...planRest(bands.slice(2))]
  }
  return [
    { kind: 'lists', bands: bands.slice(0, 3) },
    { kind: 'trio', band: fourth },
    { kind: 'row', band: fifth },
    ...planRest(bands.slice(5)),
  ]
}
