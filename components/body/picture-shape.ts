import type { Picture } from '#db/shapes.ts'

/* The style sheet has a rule for each step, because pages may have no style attributes. */
const STEPS = [80, 160, 240, 320, 480] as const
const FULL_WIDTH = 560

/** Width of a picture in the text: tall pictures are narrower, small ones keep their own size. */
export function pictureShape({ width, height }: Pick<Picture, 'width' | 'height'>) {
  return {
    'data-tall': height > width * 1.1 ? '' : undefined,
    'data-widest': width < FULL_WIDTH ? (STEPS.findLast(step => step <= width) ?? STEPS[0]) : undefined,
  }
}
