import { blend, type Glaze, palettes } from './glazes.ts'
import { at, distance, length, radians } from './plane.ts'
import { closedPath, element, svgDocument } from './svg.ts'
import { tilingOf } from './tilings.ts'
import { type Face, layWall, radiusOf } from './wall.ts'

export type MissingWallSpec = { glaze?: Glaze; width?: number; height?: number }

/**
 * The wall of the error page: twelve-fold stars, one of them missing with the tiles around it. The ground and the hole
 * are transparent, the grout is left open, and the tints come from the middle of the scale, so that it works on light
 * and dark paper.
 */
export function drawMissingWall({
  glaze = 'telecoms',
  width = 1280,
  height = 560,
}: MissingWallSpec = {}): string {
  const palette = palettes[glaze]
  const tiling = tilingOf('3.12.12')
  const view = {
    width,
    height,
    unit: (Math.min(width, height) * 0.62) / length(tiling.stepA),
    turn: 0,
    focus: at(width / 2, height / 2),
  }
  const { faces } = layWall(tiling, view, () => radians(67.5), 2)
  const gap = nearestStar(faces, view.focus)
  const reach = gap ? radiusOf(gap) * 1.02 : 0
  const left = faces.filter(face => !gap || distance(face.centre, gap.centre) >= reach)
  const tints: Record<Face['role'], string> = {
    star: palette.spark,
    lesser: palette.wash,
    field: palette.glaze,
    petal: blend(palette.glaze, palette.wash, 0.45),
    gem: palette.wash,
  }
  const inset = Math.max(1.5, view.unit * 0.03)
  const layers = (['field', 'petal', 'gem', 'lesser', 'star'] as const).map(role => {
    const outlines = left.filter(face => face.role === role).map(face => shrunk(face, inset))
    return outlines.length > 0 ? element('path', { d: closedPath(outlines), fill: tints[role] }) : ''
  })
  return svgDocument(width, height, layers.join(''), { preserveAspectRatio: 'xMidYMid slice' })
}

function nearestStar(faces: Face[], point: { x: number; y: number }): Face | undefined {
  return faces
    .filter(face => face.role === 'star')
    .sort((a, b) => distance(a.centre, point) - distance(b.centre, point))[0]
}

/** Draws a face slightly smaller, so that the paper shows as grout. */
function shrunk(face: Face, inset: number): Face['outline'] {
  const factor = 1 - inset / radiusOf(face)
  return face.outline.map(({ x, y }) =>
    at(face.centre.x + (x - face.centre.x) * factor, face.centre.y + (y - face.centre.y) * factor),
  )
}
