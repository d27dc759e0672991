/** The story id in a path; null when the segment cannot be one. The id alone decides which story is shown. */
export function readStoryId(segment: string): number | null {
  const id = Number(segment)
  return /^\d{1,15}$/.test(segment) && id > 0 ? id : null
}
