import type { Teaser } from '#db/shapes.ts'

/** The first story with a picture, then the others as they came: a large place should not stay grey. */
export function picturedFirst(stories: Teaser[]): Teaser[] {
  const pictured = stories.find(story => story.picture)
  return pictured ? [pictured, ...stories.filter(story => story !== pictured)] : stories
}
