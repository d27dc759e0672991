import type { MediaFileRow } from '#db/queries/media-files.ts'

/** The name of a row's file among the media. */
export function storedFile({
  kind,
  name,
  extension,
}: Pick<MediaFileRow, 'kind' | 'name' | 'extension'>): string {
  return `${kind === 'video' ? 'videos' : 'originals'}/${name}.${extension}`
}
