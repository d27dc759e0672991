import {
  doPictureWork,
  type PictureFolders,
  type PictureOutcome,
  type PictureWork,
  type WorkKind,
} from './picture-work.ts'

/** Does work on pictures, each piece as soon as it is given. */
export type Encoder = {
  run: <Kind extends WorkKind>(kind: Kind, work: PictureWork[Kind]) => Promise<PictureOutcome[Kind]>
  close: () => void
}

/** Works in this process. */
export function encodeHere(folders: PictureFolders): Encoder {
  return { run: (kind, work) => doPictureWork(kind, work, folders), close: () => {} }
}
