import type { Picture } from '#db/shapes.ts'

/* The media code offers the same widths and names; a test holds the two together, because neither may import the other. */
const WIDTHS = [320, 480, 720, 1080, 1600]
const USUAL_WIDTH = 720

const extensions = { avif: 'avif', webp: 'webp', jpeg: 'jpg' } as const

export type RenditionFormat = keyof typeof extensions

/** The widths that a picture is offered in: never wider than it is, and in its own width when no step is near. */
export function widthsFor(pictureWidth: number): number[] {
  const widths = WIDTHS.filter(width => width <= pictureWidth)
  const widest = widths.at(-1) ?? 0
  const hasMore = widest < 1600 && pictureWidth > widest * 1.1
  return hasMore ? [...widths, pictureWidth] : widths
}

/** The address of one file of a picture. */
export function renditionUrl(name: string, width: number, format: RenditionFormat): string {
  return `/media/${name}-${width}.${extensions[format]}`
}

/** What a browser chooses from, the smallest files first, and the file for one that knows none of it. */
export function pictureSources({ name, width }: Pick<Picture, 'name' | 'width'>) {
  const widths = widthsFor(width)
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

/** The largest file, for a link to the picture itself. */
export function largestUrl({ name, width }: Pick<Picture, 'name' | 'width'>): string {
  return renditionUrl(name, widthsFor(width).at(-1) ?? width, 'jpeg')
}
