import {
  at,
  distance,
  FULL_TURN,
  halfway,
  inradius,
  minus,
  type Point,
  type Polygon,
  plus,
  polar,
  polygonOn,
  regularPolygon,
  type Segment,
  sidesOf,
  turned,
} from './plane.ts'

/** The order of a pattern's large stars. */
export type Family = 6 | 8 | 10 | 12

/** A tiling of the plane: the tiles of one cell and the two steps that repeat it. Every side has length 1. */
export type Tiling = { family: Family; cell: readonly Polygon[]; stepA: Point; stepB: Point }

/** Named after the polygons round a corner; `10.bow` is the decagon with the concave bow tie between four. */
export const tilingNames = [
  '6.6.6',
  '3.6.3.6',
  '3.4.6.4',
  '4.8.8',
  '10.bow',
  '3.12.12',
  '4.6.12',
  '3.4.3.12',
] as const
export type TilingName = (typeof tilingNames)[number]

/** Lays out one cell of a tiling. */
export function tilingOf(name: TilingName): Tiling {
  return builders[name]()
}

const SIXTH = FULL_TURN / 6

const builders: Record<TilingName, () => Tiling> = {
  '6.6.6': () => hexagonal(6, 2 * inradius(6), [regularPolygon(6, at(0, 0), 0)]),

  '3.6.3.6': () => {
    const hexagon = regularPolygon(6, at(0, 0), SIXTH / 2)
    return hexagonal(6, 2, [hexagon, polygonOn(side(hexagon, 0), 3), polygonOn(side(hexagon, 1), 3)])
  },

  '3.4.6.4': () => {
    const hexagon = regularPolygon(6, at(0, 0), 0)
    const squares = [0, 1, 2].map(index => polygonOn(side(hexagon, index), 4))
    const triangles = [0, 1].map(index => {
      const corner = side(hexagon, index).to
      return [corner, plus(corner, polar(index * SIXTH)), plus(corner, polar((index + 1) * SIXTH))]
    })
    return hexagonal(6, 2 * inradius(6) + 1, [hexagon, ...squares, ...triangles])
  },

  '4.8.8': () => {
    const octagon = regularPolygon(8, at(0, 0), 0)
    const step = 2 * inradius(8)
    return {
      family: 8,
      cell: [octagon, polygonOn(side(octagon, 1), 4)],
      stepA: at(step, 0),
      stepB: at(0, step),
    }
  },

  '10.bow': () => {
    const decagon = regularPolygon(10, at(0, 0), 0)
    const stepA = at(2 * inradius(10), 0)
    const stepB = turned(stepA, FULL_TURN / 5)
    return { family: 10, cell: [decagon, gapBetween(decagon, stepA, stepB)], stepA, stepB }
  },

  '3.12.12': () => {
    const star = regularPolygon(12, at(0, 0), 0)
    return hexagonal(12, 2 * inradius(12), [star, polygonOn(side(star, 1), 3), polygonOn(side(star, 3), 3)])
  },

  '4.6.12': () => {
    const star = regularPolygon(12, at(0, 0), 0)
    const squares = [0, 2, 4].map(index => polygonOn(side(star, index), 4))
    const hexagons = [1, 3].map(index => polygonOn(side(star, index), 6))
    return hexagonal(12, 2 * inradius(12) + 1, [star, ...squares, ...hexagons])
  },

  '3.4.3.12': () => {
    const star = regularPolygon(12, at(0, 0), 0)
    const step = 2 * inradius(12)
    const middle = at(step / 2, step / 2)
    const corners = [1, 3, 5, 7].map(eighth => plus(middle, polar((eighth * FULL_TURN) / 8, Math.SQRT1_2)))
    const triangles = sidesOf(corners).map(edge => polygonOn(edge, 3))
    return { family: 12, cell: [star, corners, ...triangles], stepA: at(step, 0), stepB: at(0, step) }
  },
}

function hexagonal(family: Family, step: number, cell: Polygon[]): Tiling {
  return { family, cell, stepA: at(step, 0), stepB: polar(SIXTH, step) }
}

/** The side of a regular polygon that faces the index-th direction. */
function side(polygon: Polygon, index: number): Segment {
  const found = sidesOf(polygon)[index]
  if (!found) throw new RangeError(`A polygon of ${polygon.length} sides has no side ${index}`)
  return found
}

/** The gap between four decagons. */
function gapBetween(decagon: Polygon, stepA: Point, stepB: Point): Polygon {
  const middle = halfway(stepA, stepB)
  const corners: Point[] = []
  for (const step of [at(0, 0), stepA, stepB, plus(stepA, stepB)]) {
    for (const corner of decagon.map(point => plus(point, step))) {
      const near = distance(corner, middle) < 1.02
      if (near && !corners.some(known => distance(known, corner) < 1e-4)) corners.push(corner)
    }
  }
  const angle = (point: Point) => Math.atan2(minus(point, middle).y, minus(point, middle).x)
  return corners.sort((a, b) => angle(a) - angle(b))
}
