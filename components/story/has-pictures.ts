import type { Teaser } from '#db/shapes.ts'

/** Whether a row or list shows any picture of its own; only then does one without need tiles in its place. */
export const hasPictures = (stories: Teaser[]) => stories.some(story => story.picture !== null)
