import type { Choices } from './choices.ts'
import type { Point } from './plane.ts'
import type { View } from './wall.ts'

/** A second colouring inside the first: none at all, or a figure that follows the edges of the tiles. */
export const shapeNames = ['wall', 'disc', 'arch', 'horizon', 'diagonal', 'frieze'] as const
export type Shape = (typeof shapeNames)[number]

/** Gives a test whether a face with this centre belongs to the figure. The figure never cuts a face. */
export function figureOf(shape: Shape, view: View, choices: Choices): (centre: Point) => boolean {
  const { width, height, focus } = view
  const short = Math.min(width, height)
  switch (shape) {
    case 'wall':
      return () => false
    case 'disc': {
      const radius = short * choices.pick('disc', [0.3, 0.36, 0.42])
      return ({ x, y }) => Math.hypot(x - focus.x, y - focus.y) < radius
    }
    case 'arch':
      return archAt(focus.x, short * 0.3, height * 0.12)
    case 'horizon': {
      const line = height * choices.pick('horizon', [0.5, 0.58, 0.66])
      return ({ y }) => y > line
    }
    case 'diagonal': {
      const slope = choices.pick('diagonal', [-0.6, 0.6, 0.35])
      return ({ x, y }) => y - focus.y > (x - focus.x) * slope
    }
    case 'frieze': {
      const half = height * choices.pick('frieze', [0.2, 0.26])
      return ({ y }) => Math.abs(y - focus.y) < half
    }
  }
}

/** A pointed doorway that stands on the lower edge. */
function archAt(middle: number, halfWidth: number, top: number): (centre: Point) => boolean {
  const spring = top + halfWidth * 1.1
  return ({ x, y }) => {
    const away = Math.abs(x - middle)
    if (away > halfWidth || y < top) return false
    if (y >= spring) return true
    const risen = (spring - y) / (spring - top)
    return away < halfWidth * Math.sqrt(1 - risen ** 2) * (1 - 0.12 * risen)
  }
}
