import { drawShareImage, type ShareDrawing } from '#domain/distribution/share-images/share-image.ts'
import { makeRendition, missingRenditions, type Rendition } from '#domain/media/pictures/renditions.ts'

export type PictureFolders = {
  dataDir: string
  /** The folder of the fonts of share images. */
  fontsDir: string
}

/** Work on pictures that takes processor time, or looks at many files. */
export type PictureWork = {
  /** A size of a picture, made and stored; null when it is not offered. */
  rendition: { fileName: string }
  /** A share image, rendered and stored; gives its number of bytes. */
  share: ShareDrawing
  /** Those of the renditions that were not made yet. */
  missing: { fileNames: string[] }
}

export type PictureOutcome = { rendition: Rendition | null; share: number; missing: string[] }

export type WorkKind = keyof PictureWork

/** Does a piece of work in this process. */
export async function doPictureWork<Kind extends WorkKind>(
  kind: Kind,
  work: PictureWork[Kind],
  folders: PictureFolders,
): Promise<PictureOutcome[Kind]> {
  const does: { [Each in WorkKind]: (work: PictureWork[Each]) => Promise<PictureOutcome[Each]> } = {
    rendition: ({ fileName }) => makeRendition(folders.dataDir, fileName),
    share: drawing => drawShareImage(drawing, folders),
    missing: ({ fileNames }) => missingRenditions(folders.dataDir, fileNames),
  }
  return does[kind](work)
}
