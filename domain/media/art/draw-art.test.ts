import { describe, expect, it } from 'vitest'
import { drawArt } from './draw-art.ts'
import { glazeNames } from './glazes.ts'
import { styleNames } from './painting.ts'
import { radians } from './plane.ts'
import { recipes } from './recipes.ts'
import { shapeNames } from './shapes.ts'
import { tilingOf } from './tilings.ts'
import { layWall } from './wall.ts'

const MAX_BYTES = 60_000

describe('drawArt', () => {
  it('draws the same spec the same way, and another seed or glaze another way', () => {
    const spec = { seed: 'harbour-freight', glaze: 'economy' } as const
    expect(drawArt(spec)).toBe(drawArt({ ...spec }))
    expect(drawArt(spec)).not.toBe(drawArt({ ...spec, seed: 'harbour-freights' }))
    expect(drawArt(spec)).not.toBe(drawArt({ ...spec, glaze: 'region' }))
  })

  it('keeps every other decision when one is given', () => {
    const spec = { seed: 'night-trams', glaze: 'cities', style: 'inlay' } as const
    const colors = (svg: string) => svg.match(/fill="(#\w+)"/g)?.[0]
    expect(colors(drawArt({ ...spec, shape: 'disc' }))).toBe(colors(drawArt({ ...spec, shape: 'wall' })))
  })

  const tilings = [...new Set(recipes.map(recipe => recipe.tiling))]
  describe.each(tilings)('on the tiling %s', tiling => {
    it.each(styleNames)('paints every shape in the style %s', style => {
      for (const shape of shapeNames) {
        const svg = drawArt({ seed: `${tiling} ${shape}`, glaze: 'climate', tiling, style, shape })
        expect(svg).not.toMatch(/NaN|Infinity|undefined/)
        expect(svg.match(/<path id="a\w+" d="M/g)?.length).toBeGreaterThan(1)
        expect(Buffer.byteLength(svg)).toBeLessThan(MAX_BYTES)
      }
    })
  })

  it('stays small and whole for a hundred stories', () => {
    for (let story = 0; story < 100; story++) {
      const svg = drawArt({ seed: `story-${story}`, glaze: glazeNames[story % 9] ?? 'region' })
      expect(svg).not.toMatch(/NaN|Infinity|undefined/)
      expect(Buffer.byteLength(svg)).toBeLessThan(MAX_BYTES)
    }
  })

  it('writes no style attribute, script or outside reference', () => {
    const svg = drawArt({ seed: 'policy', glaze: 'opinion' })
    expect(svg).not.toMatch(/style=|<script|url\(|href="(?!#)/)
  })

  it('refuses a family that a tiling does not have', () => {
    expect(() => drawArt({ seed: 'x', glaze: 'region', family: 8, tiling: '10.bow' })).toThrow(RangeError)
  })
})

describe('recipes', () => {
  const view = { width: 1000, height: 1000, unit: 60, turn: 0, focus: { x: 500, y: 500 } }

  it('leave no loose end: every strand goes on', () => {
    for (const { tiling, angles, reaches } of recipes) {
      for (const [angle, reach] of angles.flatMap(a => reaches.map(r => [a, r] as const))) {
        const wall = layWall(tilingOf(tiling), view, () => radians(angle), reach)
        const loose = wall.graph.points.filter((point, index) => {
          const { x, y } = wall.seen(point)
          const inView = x > 50 && x < 950 && y > 50 && y < 950
          return inView && (wall.graph.neighbours[index]?.length ?? 0) % 2 === 1
        })
        expect(loose, `${tiling} at ${angle}, reach ${reach}`).toEqual([])
        expect(wall.faces.filter(face => face.role === 'star').length).toBeGreaterThan(0)
      }
    }
  })

  it('cover the view without overlap', () => {
    for (const { tiling, angles, reaches } of recipes) {
      const wall = layWall(tilingOf(tiling), view, () => radians(angles[0]), reaches[0])
      const covered = wall.faces.reduce((sum, face) => sum + face.area * view.unit ** 2, 0)
      expect(covered).toBeGreaterThan(view.width * view.height)
      expect(covered).toBeLessThan(view.width * view.height * 2.2)
    }
  })
})
