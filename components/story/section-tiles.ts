import type { HeadlineItem } from '#db/shapes.ts'

/** Number of walls that the generator draws for each glaze. */
const WALLS = 5

export const TILES_SIZE = { width: 720, height: 480 } as const

/** The wall in place of a missing picture: in the section's glaze, and always the same for a story. */
export function sectionTiles({ storyId, section }: Pick<HeadlineItem, 'storyId' | 'section'>): string {
  return `/art/tiles-${section.glaze}-${(storyId % WALLS) + 1}.svg`
}
