import { minus, type Point, type Polygon, type Segment, signedArea } from './plane.ts'

/** Segments that meet only at their ends: the points, and each point's neighbours in the order of their angle. */
export type PlanarGraph = { points: Point[]; neighbours: number[][] }

/** Joins segments into a graph; ends closer than the grid of the plane's unit are one point. */
export function graphOf(segments: Iterable<Segment>): PlanarGraph {
  const points: Point[] = []
  const neighbours: number[][] = []
  const cells = new Map<number, number>()
  const key = (column: number, row: number) => column * 2 ** 24 + row

  const indexOf = (point: Point) => {
    const column = Math.round(point.x * GRID)
    const row = Math.round(point.y * GRID)
    for (let x = column - 1; x <= column + 1; x++) {
      for (let y = row - 1; y <= row + 1; y++) {
        const known = cells.get(key(x, y))
        if (known !== undefined) return known
      }
    }
    cells.set(key(column, row), points.length)
    points.push(point)
    neighbours.push([])
    return points.length - 1
  }

  for (const { from, to } of segments) {
    const a = indexOf(from)
    const b = indexOf(to)
    if (a === b || neighbours[a]?.includes(b)) continue
    neighbours[a]?.push(b)
    neighbours[b]?.push(a)
  }
  points.forEach((point, index) => {
    const bearing = (other: number) => {
      const away = minus(points[other] ?? point, point)
      return Math.atan2(away.y, away.x)
    }
    neighbours[index]?.sort((a, b) => bearing(a) - bearing(b))
  })
  return { points, neighbours }
}

const GRID = 2000

/** Every bounded face, walked with the face always on the same hand. */
export function facesOf({ points, neighbours }: PlanarGraph): Polygon[] {
  const walked = new Set<number>()
  const faces: Polygon[] = []
  neighbours.forEach((around, start) => {
    for (const first of around) {
      const loop: Point[] = []
      let [a, b] = [start, first]
      while (!walked.has(a * points.length + b)) {
        walked.add(a * points.length + b)
        const point = points[a]
        if (point) loop.push(point)
        const next = neighbours[b] ?? []
        const turn = next[(next.indexOf(a) - 1 + next.length) % next.length]
        if (turn === undefined) break
        ;[a, b] = [b, turn]
      }
      if (loop.length > 2 && signedArea(loop) > 1e-4) faces.push(loop)
    }
  })
  return faces
}

/** A crossing of two strands and the two neighbours of the strand that passes on top. */
export type Overpass = { at: Point; before: Point; after: Point }

/** Weaves the strands: each passes over and under by turns. */
export function weaveOf({ points, neighbours }: PlanarGraph): Overpass[] {
  const isCrossing = (index: number) => neighbours[index]?.length === 4

  /** Follows a strand around its bends to the next crossing; gives the crossing and the point before it. */
  const nextCrossing = (from: number, towards: number) => {
    let [a, b] = [from, towards]
    for (let bends = 0; !isCrossing(b); bends++) {
      const around = neighbours[b] ?? []
      const onward = around.find(other => other !== a)
      if (around.length !== 2 || onward === undefined || bends > 50) return null
      ;[a, b] = [b, onward]
    }
    return { crossing: b, before: a }
  }

  /** The pair of opposite neighbours on top: 0 for the first and third, 1 for the others. */
  const top = new Map<number, number>()
  points.forEach((_, start) => {
    if (!isCrossing(start) || top.has(start)) return
    top.set(start, 0)
    const open = [start]
    for (let here = open.pop(); here !== undefined; here = open.pop()) {
      const from = here
      neighbours[from]?.forEach((towards, position) => {
        const found = nextCrossing(from, towards)
        if (!found || top.has(found.crossing)) return
        const arrives = (neighbours[found.crossing]?.indexOf(found.before) ?? 0) % 2
        const wasOnTop = position % 2 === top.get(from)
        top.set(found.crossing, wasOnTop ? 1 - arrives : arrives)
        open.push(found.crossing)
      })
    }
  })
  return [...top].flatMap(([index, pair]) => {
    const here = points[index]
    const before = points[neighbours[index]?.[pair] ?? -1]
    const after = points[neighbours[index]?.[pair + 2] ?? -1]
    return here && before && after ? [{ at: here, before, after }] : []
  })
}
