import type { Role } from './glazes.ts'
import { type ContactAngle, motifOf } from './motif.ts'
import { facesOf, graphOf, type PlanarGraph } from './planar.ts'
import {
  type Box,
  boxOf,
  centreOf,
  contains,
  cross,
  distance,
  minus,
  type Point,
  type Polygon,
  plus,
  signedArea,
  times,
  turned,
} from './plane.ts'
import type { Tiling } from './tilings.ts'

/** The view of a tiling's plane: pixels for a side of a tile, a turn, and the position of the first star. */
export type View = { width: number; height: number; unit: number; turn: number; focus: Point }

export type Face = { role: Role; outline: Polygon; centre: Point; area: number }

/** A stretch of tiled wall: its tiles, faces and lines. Outlines are in pixels of the view; the graph is not. */
export type Wall = { tiles: Polygon[]; faces: Face[]; graph: PlanarGraph; seen: (point: Point) => Point }

/** Lays the tiling over the view and draws the pattern in it. */
export function layWall(tiling: Tiling, view: View, angle: ContactAngle, reach: number): Wall {
  const seen = (point: Point) => plus(times(turned(point, view.turn), view.unit), view.focus)
  const laid = tilesInView(tiling, view, seen)
  const graph = graphOf(laid.flatMap(tile => motifOf(tile, angle, reach)))
  return {
    tiles: laid.map(tile => tile.map(seen)),
    faces: rolesOf(facesOf(graph), laid, tiling, view, seen),
    graph,
    seen,
  }
}

function tilesInView(tiling: Tiling, view: View, seen: (point: Point) => Point): Polygon[] {
  const { stepA, stepB, cell } = tiling
  /* A face may extend over the tiles next to its own. */
  const margin = view.unit * 3.2
  /* The view's corners, in multiples of the two steps, determine the cells that can touch it. */
  const corners = [0, view.width].flatMap(x =>
    [0, view.height].map(y => {
      const point = turned(times(minus({ x, y }, view.focus), 1 / view.unit), -view.turn)
      const scale = cross(stepA, stepB)
      return { x: cross(point, stepB) / scale, y: cross(stepA, point) / scale }
    }),
  )
  const range = boxOf(corners)
  const tiles: Polygon[] = []
  for (let b = Math.floor(range.top) - 2; b <= range.bottom + 2; b++) {
    for (let a = Math.floor(range.left) - 2; a <= range.right + 2; a++) {
      const step = plus(times(stepA, a), times(stepB, b))
      for (const shape of cell) {
        const tile = shape.map(corner => plus(corner, step))
        const { x, y } = seen(centreOf(tile))
        if (x > -margin && x < view.width + margin && y > -margin && y < view.height + margin)
          tiles.push(tile)
      }
    }
  }
  return tiles
}

/** Between the stars, a face is a field, a petal or a gem by its size relative to the largest. */
const FIELD_FROM = 0.62
const PETAL_FROM = 0.2

function rolesOf(
  polygons: Polygon[],
  tiles: Polygon[],
  tiling: Tiling,
  view: View,
  seen: (point: Point) => Point,
): Face[] {
  const centres = tiles.map(tile => ({ point: centreOf(tile), large: tile.length === tiling.family }))
  const found = polygons.flatMap(polygon => {
    const outline = polygon.map(seen)
    const box = boxOf(outline)
    if (!touchesView(box, view) || box.right - box.left > view.unit * 6) return []
    const bounds = boxOf(polygon)
    const held = centres.find(({ point }) => inBox(point, bounds) && contains(polygon, point))
    const role: Role | null = held ? (held.large ? 'star' : 'lesser') : null
    return [{ role, outline, centre: seen(centreOf(polygon)), area: signedArea(polygon) }]
  })
  const largest = Math.max(0, ...found.filter(face => !face.role).map(face => face.area))
  return found.map(face => ({ ...face, role: face.role ?? bySize(face.area / largest) }))
}

function bySize(share: number): Role {
  if (share > FIELD_FROM) return 'field'
  return share > PETAL_FROM ? 'petal' : 'gem'
}

function touchesView(box: Box, view: View): boolean {
  return box.right > -2 && box.left < view.width + 2 && box.bottom > -2 && box.top < view.height + 2
}

function inBox(point: Point, box: Box): boolean {
  return point.x > box.left && point.x < box.right && point.y > box.top && point.y < box.bottom
}

/** From the centre of a face to its farthest corner. */
export function radiusOf(face: Face): number {
  return Math.max(...face.outline.map(corner => distance(corner, face.centre)))
}
