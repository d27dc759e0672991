import type { MediaFileRow } from '../../db/queries/media-files'

/** The name that the file of a row has in the data folder, with forward slashes. */
export function storedFile({
  kind,
  name,
  extension,
}: Pick<MediaFileRow, 'kind' | 'name' | 'extension'>): string {
  return `media/${kind === 'video' ? 'videos' : 'originals'}/${name}.${extension}`
}
