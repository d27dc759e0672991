import type { Choices } from './choices.ts'
import { blend, fired, type Palette, type Role, roles, type Scheme } from './glazes.ts'
import { weaveOf } from './planar.ts'
import { halfway, length, minus, type Point, type Polygon, plus, times } from './plane.ts'
import { closedPath, element, fine, openPath } from './svg.ts'
import { type Face, radiusOf, type View, type Wall } from './wall.ts'

export const styleNames = ['zellij', 'strapwork', 'drawing', 'drift', 'inlay'] as const
export type Style = (typeof styleNames)[number]

/**
 * The input of a painter. `inFigure` chooses between the two schemes; `idPrefix` separates two drawings on one page.
 */
export type Canvas = {
  wall: Wall
  view: View
  palette: Palette
  outer: Scheme
  inner: Scheme
  inFigure: (centre: Point) => boolean
  choices: Choices
  idPrefix: string
}

/** Faces of one colour, drawn by one path. */
type Layer = { id: string; role: Role; inside: boolean; kiln: number; faces: Face[] }

/** Paints the wall in a style; gives the content of the drawing. */
export function paint(style: Style, canvas: Canvas): string {
  const kilns = style === 'zellij' || style === 'inlay' ? 3 : 1
  const layers = layersOf(canvas, kilns)
  const shapes = layers.map(layer =>
    element('path', { id: layer.id, d: closedPath(layer.faces.map(f => f.outline)) }),
  )
  const ground = element('rect', {
    width: canvas.view.width,
    height: canvas.view.height,
    fill: canvas.palette[canvas.outer.ground],
  })
  return element('defs', {}, shapes.join('')) + ground + painters[style](canvas, layers)
}

const painters: Record<Style, (canvas: Canvas, layers: Layer[]) => string> = {
  zellij: (canvas, layers) => {
    const grout = Math.max(1.2, canvas.view.unit * 0.02)
    return glazed(canvas, layers) + outlined(layers, lineOf(canvas), grout) + hearts(canvas, grout)
  },

  drift: (canvas, layers) => {
    const seam = Math.max(0.8, canvas.view.unit * 0.01)
    return glazed(canvas, layers) + outlined(layers, lineOf(canvas), seam, 0.55) + hearts(canvas, seam)
  },

  inlay: (canvas, layers) => {
    const { palette, outer, view } = canvas
    const onPale = outer.ground === 'pale' || outer.field === 'pale'
    const wire = onPale ? palette.night : palette[outer.ground]
    return (
      glazed(canvas, layers) +
      outlined(layers, lineOf(canvas), Math.max(3, view.unit * 0.07)) +
      outlined(layers, wire, Math.max(0.9, view.unit * 0.014)) +
      hearts(canvas, Math.max(1.2, view.unit * 0.02))
    )
  },

  strapwork: (canvas, layers) => {
    const width = Math.max(4, canvas.view.unit * 0.1)
    const core = lineOf(canvas)
    const edge = core === canvas.palette.night ? canvas.palette.pale : canvas.palette.night
    const over = { d: overpasses(canvas, width), fill: 'none' }
    const id = `${canvas.idPrefix}over`
    return (
      glazed(canvas, layers) +
      outlined(layers, edge, width * 1.34) +
      outlined(layers, core, width) +
      element('defs', {}, element('path', { id, ...over })) +
      element('use', { href: `#${id}`, stroke: edge, 'stroke-width': fine(width * 1.34) }) +
      element('use', { href: `#${id}`, stroke: core, 'stroke-width': fine(width) })
    )
  },

  drawing: (canvas, layers) => {
    const { palette, outer, view, wall } = canvas
    const ground = palette[outer.ground]
    const onPale = outer.ground === 'pale' || outer.ground === 'wash'
    const ink = onPale ? palette.night : palette.pale
    const star = blend(ground, palette.spark, 0.92)
    const quiet = blend(ground, onPale ? palette.glaze : palette.wash, onPale ? 0.2 : 0.18)
    const figure = blend(ground, onPale ? palette.glaze : palette.night, onPale ? 0.85 : 0.5)
    const tint = ({ role, inside }: Layer) => {
      if (inside) return role === 'star' ? palette.spark : figure
      if (role === 'star') return star
      return role === 'petal' || role === 'lesser' ? quiet : null
    }
    return (
      filled(layers, tint) +
      element('path', {
        d: openPath(sidesOnce(wall.tiles)),
        fill: 'none',
        stroke: ink,
        'stroke-opacity': 0.3,
        'stroke-width': fine(Math.max(0.7, view.unit * 0.007)),
      }) +
      outlined(layers, ink, Math.max(1.4, view.unit * 0.022))
    )
  },
}

function layersOf(canvas: Canvas, kilns: number): Layer[] {
  const { wall, view, choices, inFigure, idPrefix } = canvas
  /* A shade of difference would make a very large face look like a mistake. */
  const plainFrom = (Math.min(view.width, view.height) * 0.16) ** 2 / view.unit ** 2
  const layers = new Map<string, Layer>()
  for (const face of wall.faces) {
    const inside = inFigure(face.centre)
    const place = `${Math.round(face.centre.x)},${Math.round(face.centre.y)}`
    const kiln = kilns > 1 && face.area < plainFrom ? Math.floor(choices.share(`kiln ${place}`) * kilns) : 0
    const id = `${idPrefix}${roles.indexOf(face.role)}${inside ? 'i' : 'o'}${kiln}`
    const layer = layers.get(id) ?? { id, role: face.role, inside, kiln, faces: [] }
    layer.faces.push(face)
    layers.set(id, layer)
  }
  return [...layers.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

const lineOf = ({ palette, outer }: Canvas) => palette[outer.line]

function filled(layers: Layer[], tint: (layer: Layer) => string | null): string {
  return layers
    .map(layer => {
      const fill = tint(layer)
      return fill ? element('use', { href: `#${layer.id}`, fill }) : ''
    })
    .join('')
}

function glazed({ palette, outer, inner }: Canvas, layers: Layer[]): string {
  return filled(layers, layer => fired(palette[(layer.inside ? inner : outer)[layer.role]], layer.kiln))
}

function outlined(layers: Layer[], stroke: string, width: number, opacity = 1): string {
  const uses = layers.map(layer => element('use', { href: `#${layer.id}` })).join('')
  return element(
    'g',
    {
      fill: 'none',
      stroke,
      'stroke-width': fine(width),
      'stroke-linejoin': 'round',
      ...(opacity < 1 && { 'stroke-opacity': opacity }),
    },
    uses,
  )
}

/** Large stars hold a smaller one, as a tile cutter would not leave so wide a face empty. */
function hearts(canvas: Canvas, grout: number): string {
  const { wall, view, palette, outer, inner, inFigure, choices } = canvas
  const size = choices.pick('heart', [0.5, 0.6, 0.42])
  const worthIt = Math.min(view.width, view.height) * 0.085
  const stars = wall.faces.filter(face => face.role === 'star' && isPointed(face) && radiusOf(face) > worthIt)
  return [outer, inner]
    .map((scheme, index) => {
      const held = stars.filter(face => inFigure(face.centre) === (index === 1))
      if (held.length === 0) return ''
      const outlines = held.map(face => scaled(face.outline, face.centre, size))
      return element('path', {
        d: closedPath(outlines),
        fill: palette[scheme.heart],
        stroke: lineOf(canvas),
        'stroke-width': fine(grout),
      })
    })
    .join('')
}

/** A star so blunt that it is nearly a plain polygon looks better whole. */
function isPointed({ outline, centre }: Face): boolean {
  const radii = outline.map(corner => length(minus(corner, centre)))
  return Math.min(...radii) < Math.max(...radii) * 0.84
}

function scaled(outline: Polygon, centre: Point, factor: number): Polygon {
  return outline.map(corner => plus(centre, times(minus(corner, centre), factor)))
}

function overpasses({ wall, view }: Canvas, width: number): string {
  const lines = weaveOf(wall.graph).flatMap(({ at, before, after }) => {
    const middle = wall.seen(at)
    const outOfView =
      middle.x < -width ||
      middle.x > view.width + width ||
      middle.y < -width ||
      middle.y > view.height + width
    if (outOfView) return []
    const towards = (end: Point) => {
      const along = minus(wall.seen(end), middle)
      return plus(middle, times(along, Math.min(length(along) * 0.5, width * 1.5) / length(along)))
    }
    return [[towards(before), middle, towards(after)]]
  })
  return openPath(lines)
}

/** The sides of all tiles; one shared by two tiles is drawn once. */
function sidesOnce(tiles: Polygon[]): Point[][] {
  const drawn = new Map<string, Point[]>()
  for (const tile of tiles) {
    tile.forEach((from, index) => {
      const to = tile[(index + 1) % tile.length] ?? from
      const middle = halfway(from, to)
      drawn.set(`${Math.round(middle.x * 2)},${Math.round(middle.y * 2)}`, [from, to])
    })
  }
  return [...drawn.values()]
}
