import type { Picture } from '#db/shapes.ts'

/* Steps that the style sheet knows, because a page may have no style attributes. */
const STEPS = [80, 160, 240, 320, 480] as const
const FULL_WIDTH = 560

/** The shape of a picture in the text: a tall one is set narrower, a small one no larger than it is. */
export function pictureShape({ width, height }: Pick<Picture, 'width' | 'height'>) {
  return {
    'data-tall': height > width * 1.1 ? '' : undefined,
    'data-widest': width < FULL_WIDTH ? (STEPS.findLast(step => step <= width) ?? STEPS[0]) : undefined,
  }
}
