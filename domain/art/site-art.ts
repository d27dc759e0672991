import { drawArt } from './draw-art'
import { drawMissingWall } from './draw-missing-wall'
import { glazeNames } from './glazes'

export const FRIEZE = { width: 1280, height: 160 } as const
export const MISSING_WALL = { width: 720, height: 480 } as const

/** The site's own drawings by file name: what scripts/draw-site-art.mjs writes to public/art/. */
export function siteArt(): Map<string, string> {
  const friezes = glazeNames.map(
    glaze =>
      [
        `frieze-${glaze}.svg`,
        drawArt({ seed: 'frieze', glaze, shape: 'wall', style: 'zellij', scale: 0.85, ...FRIEZE }),
      ] as const,
  )
  return new Map([...friezes, ['missing-wall.svg', drawMissingWall(MISSING_WALL)]])
}
