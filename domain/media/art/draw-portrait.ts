import { choicesFrom } from './choices.ts'
import { blend, type Glaze, type Palette, palettes } from './glazes.ts'
import { at, type Point } from './plane.ts'
import {
  beards,
  collars,
  EARS,
  FACE,
  FACE_SHADE,
  glasses,
  type HeadPiece,
  heads,
  NECK,
  SHOULDERS,
  VEILED_FACE,
  VEILED_SHADE,
} from './portrait-parts.ts'
import { type Sitter, sitters } from './portrait-sitters.ts'
import { starPolygon } from './star.ts'
import { closedPath, element, svgDocument } from './svg.ts'

/** `variant` cycles through the sitters; without it the seed chooses. */
export type PortraitSpec = { seed: string; glaze: Glaze; variant?: number; size?: number }

const BOX = 160
const CENTRE = at(BOX / 2, BOX / 2)

/** Draws a head and shoulders before a star, as one tile of a wall. */
export function drawPortrait({ seed, glaze, variant, size = 480 }: PortraitSpec): string {
  const choices = choicesFrom(`${seed}|${glaze}|portrait`)
  const palette = palettes[glaze]
  const sitter =
    variant === undefined
      ? choices.pick('sitter', sitters)
      : (sitters[((variant % sitters.length) + sitters.length) % sitters.length] ?? sitters[0])
  const points = choices.pick('points', [8, 10, 12])
  return svgDocument(
    size,
    size,
    tileOf(palette, points, choices.pick('depth', [0.66, 0.72, 0.78])) + bustOf(sitter, palette),
    { viewBox: `0 0 ${BOX} ${BOX}` },
  )
}

/** The star, with the quarters of its neighbours in the corners. */
function tileOf(palette: Palette, points: number, depth: number): string {
  const turn = Math.PI / points
  const star = (centre: Point, radius: number) =>
    closedPath([starPolygon(points, centre, radius, depth, turn)])
  const corners = [at(0, 0), at(BOX, 0), at(0, BOX), at(BOX, BOX)]
  const grout = { stroke: palette.grout, 'stroke-width': 1.4, 'stroke-linejoin': 'round' }
  return [
    element('rect', { width: BOX, height: BOX, fill: palette.wash }),
    ...corners.map(corner => element('path', { d: star(corner, 30), fill: palette.pale, ...grout })),
    ...corners.map(corner => element('path', { d: star(corner, 15), fill: palette.spark, ...grout })),
    element('path', { d: star(CENTRE, 79), fill: palette.glaze, ...grout }),
    element('path', { d: star(CENTRE, 70), fill: 'none', ...grout, 'stroke-width': 1 }),
  ].join('')
}

function bustOf(sitter: Sitter, palette: Palette): string {
  const head: HeadPiece = heads[sitter.head]
  const collar: { light?: string; dark?: string } = collars[sitter.collar]
  const garment = palette[sitter.garment]
  const linen = sitter.garment === 'pale' ? palette.wash : palette.pale
  const crown = head.cloth || sitter.cloth ? palette[sitter.cloth ?? 'night'] : sitter.hair
  const shade = blend(sitter.skin, '#2a1608', 0.16)
  const edge = { stroke: palette.grout, 'stroke-width': 1, 'stroke-linejoin': 'round' }
  const piece = (d: string | undefined, fill: string) => (d ? element('path', { d, fill, ...edge }) : '')
  const plain = (d: string, fill: string) => element('path', { d, fill })

  return [
    piece(head.behind, head.cloth ? crown : blend(crown, '#000000', 0.12)),
    /* The neck under a cloth is covered, and so is the collar. */
    head.cloth ? '' : plain(NECK, shade),
    piece(SHOULDERS, garment),
    head.cloth ? '' : plain('M70 112C74 124 86 124 90 112z', shade),
    piece(collar.light, linen),
    piece(collar.dark, blend(garment, '#ffffff', 0.1)),
    head.ears ? plain(EARS, shade) : '',
    plain(head.cloth ? VEILED_FACE : FACE, sitter.skin),
    element('path', { d: head.cloth ? VEILED_SHADE : FACE_SHADE, fill: shade, 'fill-opacity': 0.45 }),
    sitter.beard
      ? element('path', { d: beards[sitter.beard], fill: sitter.hair, 'fill-rule': 'evenodd' })
      : '',
    /* Grout belongs between pieces of cloth; around a fringe it would look like a band. */
    head.before ? (sitter.cloth ? piece(head.before, crown) : plain(head.before, crown)) : '',
    head.lines ? linesOn(head.lines, sitter.cords ?? blend(crown, palette.grout, 0.35)) : '',
    sitter.glasses ? linesOn(glasses[sitter.glasses], palette.night, 2) : '',
  ].join('')
}

function linesOn(d: string, stroke: string, width = 1.6): string {
  return element('path', { d, fill: 'none', stroke, 'stroke-width': width, 'stroke-linecap': 'round' })
}
