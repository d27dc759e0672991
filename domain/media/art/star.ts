import { FULL_TURN, type Point, type Polygon, plus, polar } from './plane.ts'
import { closedPath, element, svgDocument } from './svg.ts'

/** A star polygon with the given number of points, the notches at `depth` of the radius. */
export function starPolygon(points: number, centre: Point, radius: number, depth: number, turn = 0): Polygon {
  return Array.from({ length: points * 2 }, (_, index) =>
    plus(centre, polar(turn + (index * FULL_TURN) / (points * 2), index % 2 ? radius * depth : radius)),
  )
}

/** The notch of the khatam, the star of two crossed squares. */
export const KHATAM_DEPTH = Math.SQRT1_2 / Math.cos(Math.PI / 8)

/** The site's star, eight points in the colour of the surrounding text: logo mark, end sign and list marker. */
export function khatam(size = 24): string {
  const centre = { x: size / 2, y: size / 2 }
  const outline = starPolygon(8, centre, size * 0.49, KHATAM_DEPTH)
  return svgDocument(size, size, element('path', { fill: 'currentColor', d: closedPath([outline]) }))
}
