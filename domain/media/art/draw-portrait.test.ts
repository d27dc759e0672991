import { describe, expect, it } from 'vitest'
import { drawMissingWall } from './draw-missing-wall.ts'
import { drawPortrait } from './draw-portrait.ts'
import { glazeNames } from './glazes.ts'
import { sitters } from './portrait-sitters.ts'
import { khatam } from './star.ts'

describe('drawPortrait', () => {
  it('is deterministic and has a face for each variant', () => {
    const drawn = sitters.map((_, variant) => drawPortrait({ seed: 'desk', glaze: 'opinion', variant }))
    expect(new Set(drawn).size).toBeGreaterThanOrEqual(12)
    expect(drawPortrait({ seed: 'desk', glaze: 'opinion', variant: 3 })).toBe(drawn[3])
    expect(drawPortrait({ seed: 'desk', glaze: 'opinion', variant: 3 + sitters.length })).toBe(drawn[3])
  })

  it('draws every sitter in every glaze', () => {
    for (const glaze of glazeNames) {
      for (const variant of sitters.keys()) {
        expect(drawPortrait({ seed: 'x', glaze, variant })).not.toMatch(/NaN|undefined/)
      }
    }
  })

  it('lets the seed choose when no variant is given', () => {
    const faces = Array.from({ length: 40 }, (_, index) =>
      drawPortrait({ seed: `a${index}`, glaze: 'sport' }),
    )
    expect(new Set(faces).size).toBeGreaterThan(20)
  })
})

describe('drawMissingWall', () => {
  it('has a transparent ground and stays light', () => {
    const svg = drawMissingWall()
    expect(svg).not.toMatch(/<rect|NaN|undefined|id=/)
    expect(Buffer.byteLength(svg)).toBeLessThan(20_000)
  })
})

describe('khatam', () => {
  it('takes the colour of the text', () => {
    expect(khatam(24)).toContain('fill="currentColor"')
    expect(khatam()).toBe(khatam(24))
  })
})
