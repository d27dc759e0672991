/** Points, vectors and polygons of the plane. Angles are radians, counter-clockwise in mathematical axes. */
export type Point = { readonly x: number; readonly y: number }
export type Polygon = readonly Point[]
export type Segment = { readonly from: Point; readonly to: Point }
export type Box = { left: number; right: number; top: number; bottom: number }

export const FULL_TURN = Math.PI * 2
export const radians = (degrees: number) => (degrees * Math.PI) / 180

export const at = (x: number, y: number): Point => ({ x, y })
export const plus = (a: Point, b: Point) => at(a.x + b.x, a.y + b.y)
export const minus = (a: Point, b: Point) => at(a.x - b.x, a.y - b.y)
export const times = (a: Point, factor: number) => at(a.x * factor, a.y * factor)
export const dot = (a: Point, b: Point) => a.x * b.x + a.y * b.y
export const cross = (a: Point, b: Point) => a.x * b.y - a.y * b.x
export const length = (a: Point) => Math.hypot(a.x, a.y)
export const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y)
export const halfway = (a: Point, b: Point) => at((a.x + b.x) / 2, (a.y + b.y) / 2)
export const unit = (a: Point) => times(a, 1 / length(a))
export const polar = (angle: number, radius = 1) => at(Math.cos(angle) * radius, Math.sin(angle) * radius)

export function turned(a: Point, angle: number): Point {
  const cos = Math.cos(angle)
  const sin = Math.sin(angle)
  return at(a.x * cos - a.y * sin, a.x * sin + a.y * cos)
}

/** The sides of a polygon in order, the closing one included. */
export function sidesOf(polygon: Polygon): Segment[] {
  return polygon.map((from, index) => ({ from, to: polygon[(index + 1) % polygon.length] ?? from }))
}

/** Positive when the corners run counter-clockwise. */
export function signedArea(polygon: Polygon): number {
  return sidesOf(polygon).reduce((sum, side) => sum + cross(side.from, side.to), 0) / 2
}

/** The mean of the corners; for the symmetric shapes here it is also the centre. */
export function centreOf(polygon: Polygon): Point {
  return times(polygon.reduce(plus, at(0, 0)), 1 / polygon.length)
}

export function boxOf(polygon: Polygon): Box {
  const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity }
  for (const { x, y } of polygon) {
    box.left = Math.min(box.left, x)
    box.right = Math.max(box.right, x)
    box.top = Math.min(box.top, y)
    box.bottom = Math.max(box.bottom, y)
  }
  return box
}

/** Even-odd rule. */
export function contains(polygon: Polygon, point: Point): boolean {
  let inside = false
  for (const { from, to } of sidesOf(polygon)) {
    if (from.y > point.y === to.y > point.y) continue
    if (point.x < from.x + ((to.x - from.x) * (point.y - from.y)) / (to.y - from.y)) inside = !inside
  }
  return inside
}

/**
 * The distance along each of two lines to their crossing, in multiples of their direction vectors; null when parallel.
 */
export function crossing(a: Point, alongA: Point, b: Point, alongB: Point) {
  const slant = cross(alongA, alongB)
  if (Math.abs(slant) < 1e-9) return null
  const gap = minus(b, a)
  return { onA: cross(gap, alongB) / slant, onB: cross(gap, alongA) / slant }
}

/** From the centre of a regular polygon with unit sides to the middle of a side. */
export const inradius = (sides: number) => 0.5 / Math.tan(Math.PI / sides)

/** A regular polygon with unit sides whose first side faces the direction `facing`. */
export function regularPolygon(sides: number, centre: Point, facing: number): Polygon {
  const circumradius = 0.5 / Math.sin(Math.PI / sides)
  return Array.from({ length: sides }, (_, index) =>
    plus(centre, polar(facing + (2 * index - 1) * (Math.PI / sides), circumradius)),
  )
}

/** The regular polygon that stands outside a counter-clockwise polygon, on one of its sides. */
export function polygonOn(side: Segment, sides: number): Polygon {
  const outward = turned(unit(minus(side.to, side.from)), -Math.PI / 2)
  const centre = plus(halfway(side.from, side.to), times(outward, inradius(sides)))
  return regularPolygon(sides, centre, Math.atan2(-outward.y, -outward.x))
}
