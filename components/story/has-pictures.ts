import type { Teaser } from '#db/shapes.ts'

/** Whether any story of a row or list has a picture; only then do the others need tiles in its place. */
export const hasPictures = (stories: Teaser[]) => stories.some(story => story.picture !== null)
