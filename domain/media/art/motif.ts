import {
  centreOf,
  cross,
  crossing,
  distance,
  dot,
  halfway,
  length,
  minus,
  type Point,
  type Polygon,
  plus,
  type Segment,
  sidesOf,
  signedArea,
  times,
  turned,
  unit,
} from './plane.ts'

type Ray = { side: number; from: Point; along: Point }

/** The angle, in radians, at which the two lines leave the middle of a side. */
export type ContactAngle = (middle: Point) => number

/**
 * The lines inside one tile by the method of "polygons in contact": two rays leave the middle of every side,
 * crossed like an X with their continuation in the neighbouring tile, and end where they meet a partner.
 * `reach` says how many sides ahead the partner stands in the large tiles: the higher, the sharper the star.
 */
export function motifOf(tile: Polygon, angle: ContactAngle, reach: number): Segment[] {
  const sides = sidesOf(signedArea(tile) > 0 ? tile : tile.toReversed())
  const ahead: Ray[] = []
  const behind: Ray[] = []
  sides.forEach(({ from, to }, side) => {
    const middle = halfway(from, to)
    const along = unit(minus(to, from))
    const lean = angle(middle)
    ahead.push({ side, from: middle, along: turned(along, lean) })
    behind.push({ side, from: middle, along: turned(along, Math.PI - lean) })
  })
  const lines =
    tile.length >= 5 && isRegular(tile)
      ? starOf(ahead, behind, reach, tile)
      : nearestPartners([...ahead, ...behind])
  return cutAtCrossings(lines)
}

function isRegular(tile: Polygon): boolean {
  const centre = centreOf(tile)
  const radii = tile.map(corner => distance(corner, centre))
  return Math.max(...radii) - Math.min(...radii) < 1e-3
}

function starOf(ahead: Ray[], behind: Ray[], reach: number, tile: Polygon): Segment[] {
  const count = ahead.length
  const centre = centreOf(tile)
  const radius = distance(tile[0] ?? centre, centre)
  return ahead.flatMap((ray, index) => {
    /* A ray that misses its partner takes a nearer one. */
    for (let skip = Math.min(reach, Math.floor((count - 1) / 2)); skip >= 1; skip--) {
      const partner = behind[(index + skip) % count]
      const met = partner && meeting(ray, partner)
      if (met && distance(met.point, centre) < radius * 0.999) {
        return [
          { from: ray.from, to: met.point },
          { from: partner.from, to: met.point },
        ]
      }
    }
    return []
  })
}

/** In small or irregular tiles each ray takes the partner that it meets first. */
function nearestPartners(rays: Ray[]): Segment[] {
  const pairs: { a: Ray; b: Ray; point: Point; travel: number }[] = []
  rays.forEach((a, index) => {
    for (const b of rays.slice(index + 1)) {
      const met = a.side === b.side ? null : meeting(a, b)
      if (met) pairs.push({ a, b, ...met })
    }
  })
  pairs.sort((p, q) => p.travel - q.travel)
  const taken = new Set<Ray>()
  return pairs.flatMap(({ a, b, point }) => {
    if (taken.has(a) || taken.has(b)) return []
    taken.add(a).add(b)
    return [
      { from: a.from, to: point },
      { from: b.from, to: point },
    ]
  })
}

/** The meeting point of two rays; two that run head on into each other meet halfway. */
function meeting(a: Ray, b: Ray): { point: Point; travel: number } | null {
  const found = crossing(a.from, a.along, b.from, b.along)
  if (found) {
    if (found.onA < 1e-6 || found.onB < 1e-6) return null
    return { point: plus(a.from, times(a.along, found.onA)), travel: round(found.onA + found.onB) }
  }
  const gap = minus(b.from, a.from)
  if (Math.abs(cross(gap, a.along)) > 1e-6 || dot(gap, a.along) <= 0 || dot(a.along, b.along) > 0) return null
  return { point: halfway(a.from, b.from), travel: round(length(gap)) }
}

/** The last bit of a sine must not decide between symmetric partners. */
const round = (value: number) => Math.round(value * 1e6) / 1e6

function cutAtCrossings(lines: Segment[]): Segment[] {
  return lines.flatMap((line, index) => {
    const along = minus(line.to, line.from)
    const cuts = [0, 1]
    lines.forEach((other, position) => {
      if (position === index) return
      const found = crossing(line.from, along, other.from, minus(other.to, other.from))
      if (!found || found.onB < -1e-5 || found.onB > 1 + 1e-5) return
      if (found.onA > 1e-5 && found.onA < 1 - 1e-5) cuts.push(found.onA)
    })
    cuts.sort((a, b) => a - b)
    return cuts.slice(1).flatMap((cut, before) => {
      const start = cuts[before] ?? 0
      if (cut - start < 1e-5) return []
      return [{ from: plus(line.from, times(along, start)), to: plus(line.from, times(along, cut)) }]
    })
  })
}
