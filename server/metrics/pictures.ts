/** Why a size of a picture was made: somebody asked for it, or it was made ahead. */
export type PictureOccasion = 'asked' | 'ahead'

/** Sizes of pictures that this process made. */
export const madePictures: Record<PictureOccasion, number> = { asked: 0, ahead: 0 }

export function countPicture(occasion: PictureOccasion): void {
  madePictures[occasion]++
}

/** Sizes that are still to be made ahead, as far as this process knows: the one that makes them does. */
export const picturesLeft = { value: 0 }
