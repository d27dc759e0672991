/** Widths that pages ask for, in CSS pixels times density. */
const RENDITION_WIDTHS = [320, 480, 720, 1080, 1600] as const

/** In the order a `<picture>` offers them, the smallest file first. */
export const renditionFormats = ['avif', 'webp', 'jpeg'] as const
export type RenditionFormat = (typeof renditionFormats)[number]

export type RenditionRequest = { name: string; width: number; format: RenditionFormat }

const extensions: Record<RenditionFormat, string> = { avif: 'avif', webp: 'webp', jpeg: 'jpg' }

/** The file name of a rendition, as in `0123456789abcdef0123-720.avif`. */
export function renditionName(name: string, width: number, format: RenditionFormat): string {
  return `${name}-${width}.${extensions[format]}`
}

/** Parses a file name; null when it is no rendition. No name that passes can leave the media folder. */
export function parseRenditionName(fileName: string): RenditionRequest | null {
  const match = /^([0-9a-f]{20})-([1-9]\d{0,3})\.(avif|webp|jpg)$/.exec(fileName)
  if (!match) return null
  const [, name = '', width = '', extension] = match
  const format = renditionFormats.find(known => extensions[known] === extension)
  return format ? { name, width: Number(width), format } : null
}

/**
 * The widths in which a picture is offered, never wider than it is. A picture between two steps is also offered in its
 * own width, unless that is hardly more than the step below.
 */
export function widthsFor(pictureWidth: number): number[] {
  const widths: number[] = RENDITION_WIDTHS.filter(width => width <= pictureWidth)
  const widest = widths.at(-1) ?? 0
  const largest = RENDITION_WIDTHS[RENDITION_WIDTHS.length - 1] ?? 0
  if (widest < largest && pictureWidth > widest * 1.1) widths.push(pictureWidth)
  return widths
}

/* Widths for lists: they show 192 CSS pixels at most, on screens with up to three dots to a pixel. */
const LIST_WIDTH = 480

/** All widths of a picture, or those that lists show. */
export type PictureSizes = 'all' | 'list'

/** The file names of a picture's renditions, those of the format that nearly all browsers take first. */
export function renditionNames(name: string, pictureWidth: number, sizes: PictureSizes): string[] {
  const widths = widthsFor(pictureWidth)
  const wanted =
    sizes === 'all' ? widths : widths.filter((width, index) => width <= LIST_WIDTH || index === 0)
  return renditionFormats.flatMap(format => wanted.map(width => renditionName(name, width, format)))
}

export const renditionMime = (format: RenditionFormat) => `image/${format}`
