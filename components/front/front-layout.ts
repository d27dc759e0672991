import type { Band, Front } from '#db/shapes.ts'

/** A band of the front page after the first, which is always the lead with the stories beside it. */
export type FrontBlock =
  | { kind: 'trio' | 'row' | 'wide'; band: Band }
  /** The most-read list may be the first of the lists. */
  | { kind: 'lists'; bands: Band[]; hasMostRead?: boolean }
  | { kind: 'opinion' | 'feature' | 'watch' }

/** A band with fewer stories would leave a grid of columns half empty. */
const ENOUGH_FOR_COLUMNS = 3

/**
 * Assigns a grid to each section of the front page, so that no two neighbours share one. Sections keep their order,
 * except for the two that open the page, which need enough stories to fill their columns.
 */
export function layOutFront(
  front: Pick<Front, 'bands' | 'feature' | 'opinion' | 'watch'>,
  hasMostRead: boolean,
): FrontBlock[] {
  const [trio, row] = front.bands.filter(band => band.stories.length >= ENOUGH_FOR_COLUMNS)
  const rest = front.bands.filter(band => band !== trio && band !== row)
  const blocks: FrontBlock[] = []
  if (trio) blocks.push({ kind: 'trio', band: trio })
  if (row) blocks.push({ kind: 'row', band: row })
  if (front.opinion.length > 0) blocks.push({ kind: 'opinion' })
  if (front.feature) blocks.push({ kind: 'feature' })
  if (front.watch.length > 0) blocks.push({ kind: 'watch' })
  return [...blocks, ...(hasMostRead ? layOutRestWithMostRead(rest) : layOutRest(rest))]
}

/* The most-read list stands beside two sections; the next band must not be three lists again. */
function layOutRestWithMostRead(bands: Band[]): FrontBlock[] {
  const [first, second, third, fourth] = bands
  const withMostRead = (...listed: (Band | undefined)[]): FrontBlock => ({
    kind: 'lists',
    bands: listed.filter(band => band !== undefined),
    hasMostRead: true,
  })
  if (first && bands.length === 5) {
    return [{ kind: 'wide', band: first }, withMostRead(second, third), ...layOutRest(bands.slice(3))]
  }
  if (third && fourth && bands.length >= 8) {
    return [
      withMostRead(first, second),
      { kind: 'trio', band: third },
      { kind: 'row', band: fourth },
      ...layOutRest(bands.slice(4)),
    ]
  }
  return [withMostRead(first, second), ...layOutRest(bands.slice(2))]
}

function layOutRest(bands: Band[]): FrontBlock[] {
  const [first, , , fourth, fifth] = bands
  if (!first) return []
  if (bands.length === 1) return [{ kind: 'wide', band: first }]
  if (bands.length <= 3) return [{ kind: 'lists', bands }]
  if (bands.length === 4) return [{ kind: 'wide', band: first }, ...layOutRest(bands.slice(1))]
  if (bands.length === 5 || !fourth || !fifth) {
    return [{ kind: 'lists', bands: bands.slice(0, 2) }, ...layOutRest(bands.slice(2))]
  }
  return [
    { kind: 'lists', bands: bands.slice(0, 3) },
    { kind: 'trio', band: fourth },
    { kind: 'row', band: fifth },
    ...layOutRest(bands.slice(5)),
  ]
}
