import type { Teaser } from '#db/shapes.ts'

/** Moves the first story with a picture to the front, so that the largest place is never without one. */
export function picturedFirst(stories: Teaser[]): Teaser[] {
  const pictured = stories.find(story => story.picture)
  return pictured ? [pictured, ...stories.filter(story => story !== pictured)] : stories
}
