import type { HeadlineItem } from '#db/shapes.ts'

/** As many walls as the generator draws for each glaze. */
const WALLS = 5

export const TILES_SIZE = { width: 720, height: 480 } as const

/** The wall that stands for a story without a picture: in its section's glaze, and always the same one. */
export function sectionTiles({ storyId, section }: Pick<HeadlineItem, 'storyId' | 'section'>): string {
  return `/art/tiles-${section.glaze}-${(storyId % WALLS) + 1}.svg`
}
