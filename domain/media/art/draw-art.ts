import { choicesFrom } from './choices.ts'
import { type Glaze, palettes, type Scheme, schemes } from './glazes.ts'
import { paint, type Style, styleNames } from './painting.ts'
import { at, dot, FULL_TURN, length, minus, type Point, polar, radians, times, turned } from './plane.ts'
import { type Recipe, recipes } from './recipes.ts'
import { figureOf, type Shape } from './shapes.ts'
import { svgDocument } from './svg.ts'
import { type Family, type TilingName, tilingOf } from './tilings.ts'
import { layWall, type View, type Wall } from './wall.ts'

/**
 * The parameters of a piece of story art. The seed and the glaze decide everything that is absent, so that the same
 * spec gives the same drawing, byte for byte.
 */
export type ArtSpec = {
  seed: string
  glaze: Glaze
  width?: number
  height?: number
  style?: Style
  family?: Family
  tiling?: TilingName
  shape?: Shape
  /** The step from star to star over the picture's shorter side. */
  scale?: number
  /** Turn of the wall, in degrees. */
  turn?: number
}

/** Draws the girih pattern of a story as SVG text. */
export function drawArt(spec: ArtSpec): string {
  const { seed, glaze, width = 1600, height = 900 } = spec
  const choices = choicesFrom(`${seed}|${glaze}`)
  const recipe = choices.pick('recipe', recipesFor(spec))
  const tiling = tilingOf(recipe.tiling)
  const style = spec.style ?? choices.pick('style', styleNames)
  const shape = spec.shape ?? choices.pick('shape', SHAPE_ODDS)
  const scale = spec.scale ?? choices.pick('scale', recipe.scales)
  const angle = choices.pick('angle', recipe.angles)

  const view: View = {
    width,
    height,
    unit: (Math.min(width, height) * scale) / length(tiling.stepA),
    turn: spec.turn === undefined ? turnFor(tiling.family, choices) : radians(spec.turn),
    focus: at(
      width * choices.pick('focus x', [0.5, 0.38, 0.62, 0.3, 0.7]),
      height * choices.pick('focus y', [0.5, 0.45, 0.6]),
    ),
  }
  const contact =
    style === 'drift' ? driftingAngle(recipe, view, choices.share('wind') * FULL_TURN) : () => radians(angle)
  const chosenReach = choices.pick('reach', recipe.reaches)
  const reach = style === 'drift' ? Math.min(chosenReach, tiling.family === 6 ? 1 : 2) : chosenReach
  const wall = layWall(tiling, view, contact, reach)
  const outer = choices.pick('scheme', schemesFor(wall, style))
  const inner = choices.pick('inner scheme', otherThan(outer))

  const content = paint(style, {
    wall,
    view,
    palette: palettes[glaze],
    outer,
    inner,
    inFigure: figureOf(shape, view, choices),
    choices,
    idPrefix: `a${Math.floor(choices.share('id') * 36 ** 4).toString(36)}`,
  })
  return svgDocument(width, height, content, { preserveAspectRatio: 'xMidYMid slice' })
}

/** A plain wall is as likely as the two most likely figures together. */
const SHAPE_ODDS: readonly [Shape, ...Shape[]] = [
  'wall',
  'wall',
  'wall',
  'disc',
  'disc',
  'arch',
  'horizon',
  'diagonal',
  'diagonal',
  'frieze',
]

/**
 * A wall of stars and fields alone looks unfinished when its fields are as pale as paper; only the shades of cut tile
 * carry that.
 */
function schemesFor(wall: Wall, style: Style): readonly [Scheme, ...Scheme[]] {
  const isRich = style === 'zellij' || wall.faces.some(face => face.role === 'petal')
  return atLeastOne(isRich ? schemes : schemes.filter(scheme => scheme.field !== 'pale'))
}

function otherThan(scheme: Scheme): readonly [Scheme, ...Scheme[]] {
  return atLeastOne(schemes.filter(other => other !== scheme))
}

function atLeastOne<T>(list: readonly T[]): readonly [T, ...T[]] {
  const [first, ...rest] = list
  if (first === undefined) throw new RangeError('Nothing to choose from')
  return [first, ...rest]
}

function recipesFor({ family, tiling }: ArtSpec): readonly [Recipe, ...Recipe[]] {
  const fitting = recipes.filter(
    recipe =>
      (family === undefined || recipe.family === family) &&
      (tiling === undefined || recipe.tiling === tiling),
  )
  if (fitting.length === 0) throw new RangeError(`No ${family}-fold stars on the tiling ${tiling}`)
  return atLeastOne(fitting)
}

function turnFor(family: Family, choices: ReturnType<typeof choicesFrom>): number {
  return choices.pick('turn', [0, 0, Math.PI / family, Math.PI / 12, choices.share('free turn') * 0.6 - 0.3])
}

/**
 * The contact angle opens along one direction of the picture, so that the stars sharpen from one side to the other. It
 * stays near the recipe's range, and the reach is low: otherwise rays would change partners from one tile to the next,
 * and the pattern would tear.
 */
function driftingAngle({ angles }: Recipe, view: View, wind: number): (point: Point) => number {
  const middle = (Math.min(...angles) + Math.max(...angles)) / 2
  const spread = Math.max(6, (Math.max(...angles) - Math.min(...angles)) / 2)
  const centre = turned(
    times(minus(at(view.width / 2, view.height / 2), view.focus), 1 / view.unit),
    -view.turn,
  )
  const reach = (Math.hypot(view.width, view.height) / view.unit) * 0.45
  return point => {
    const along = dot(minus(point, centre), polar(wind)) / reach
    return radians(middle + Math.max(-1, Math.min(1, along)) * spread)
  }
}
