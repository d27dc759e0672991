import type { MediaFileRow } from '#db/queries/media-files.ts'
import type { MediaKind } from '#db/shapes.ts'

/** Folders of the files that are kept for good, by what their rows are. */
export const MEDIA_FOLDERS: Record<MediaKind, string> = {
  image: 'originals',
  video: 'videos',
  audio: 'audio',
  file: 'files',
}

/** The name of a row's file among the media. */
export function storedFile({
  kind,
  name,
  extension,
}: Pick<MediaFileRow, 'kind' | 'name' | 'extension'>): string {
  return `${MEDIA_FOLDERS[kind]}/${name}.${extension}`
}

/** The name of a sound's file among the media; what voices made has no row there. */
export function soundFile(name: string): string {
  return storedFile({ kind: 'audio', name, extension: 'mp3' })
}
