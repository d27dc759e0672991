/** Id of the headline that names a story's card: a page of many cards is read by their names. */
export function headlineId({ storyId }: { storyId: number }): string {
  return `story-${storyId}`
}
