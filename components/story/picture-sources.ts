import type { Picture } from '#db/shapes.ts'

/* domain/media makes files with the same widths and names; neither may import the other, so a test compares them. */
const WIDTHS = [320, 480, 720, 1080, 1600]
const USUAL_WIDTH = 720
/* Enough for a picture of a column at any density; a long list of them weighs. */
const SMALL_WIDTHS = [480, 720, 1080]

const extensions = { avif: 'avif', webp: 'webp', jpeg: 'jpg' } as const

export type RenditionFormat = keyof typeof extensions

/** The widths of a picture's files: none wider than the original, and its own width when no step is near. */
export function widthsFor(pictureWidth: number): number[] {
  const widths = WIDTHS.filter(width => width <= pictureWidth)
  const widest = widths.at(-1) ?? 0
  const hasMore = widest < 1600 && pictureWidth > widest * 1.1
  return hasMore ? [...widths, pictureWidth] : widths
}

/** The path of one file of a picture. */
export function renditionUrl(name: string, width: number, format: RenditionFormat): string {
  return `/media/${name}-${width}.${extensions[format]}`
}

/**
 * The sources of a <picture>, smallest format first, and the fallback file for browsers that support none. A small
 * picture offers the middle widths alone.
 */
export function pictureSources({ name, width }: Pick<Picture, 'name' | 'width'>, isSmall = false) {
  const all = widthsFor(width)
  const small = isSmall ? all.filter(each => SMALL_WIDTHS.includes(each)) : []
  const widths = small.length > 0 ? small : all
  const srcSet = (format: RenditionFormat) =>
    widths.map(each => `${renditionUrl(name, each, format)} ${each}w`).join(', ')
  const usual = widths.findLast(each => each <= USUAL_WIDTH) ?? widths[0] ?? width
  return {
    avif: srcSet('avif'),
    webp: srcSet('webp'),
    jpeg: srcSet('jpeg'),
    src: renditionUrl(name, usual, 'jpeg'),
  }
}

/** Path of the largest file, for a link to the picture itself. */
export function largestUrl({ name, width }: Pick<Picture, 'name' | 'width'>): string {
  return renditionUrl(name, widthsFor(width).at(-1) ?? width, 'jpeg')
}
