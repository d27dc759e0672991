import { drawArt } from './draw-art.ts'
import { drawMissingWall } from './draw-missing-wall.ts'
import { glazeNames } from './glazes.ts'
import { styleNames } from './painting.ts'

export const FRIEZE = { width: 1280, height: 160 } as const
export const TILES = { width: 720, height: 480 } as const
export const MISSING_WALL = { width: 720, height: 480 } as const

/**
 * The site's own drawings by file name, among them a wall in each style for every glaze. scripts/art/draw-site-art.mjs
 * writes them to public/art/.
 */
export function siteArt(): Map<string, string> {
  const friezes = glazeNames.map(
    glaze =>
      [
        `frieze-${glaze}.svg`,
        drawArt({ seed: 'frieze', glaze, shape: 'wall', style: 'zellij', scale: 0.85, ...FRIEZE }),
      ] as const,
  )
  const tiles = glazeNames.flatMap(glaze =>
    styleNames.map(
      (style, index) =>
        [
          `tiles-${glaze}-${index + 1}.svg`,
          drawArt({ seed: `tiles ${style}`, glaze, shape: 'wall', style, scale: 0.55, ...TILES }),
        ] as const,
    ),
  )
  return new Map([...friezes, ...tiles, ['missing-wall.svg', drawMissingWall(MISSING_WALL)]])
}
