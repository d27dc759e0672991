import sharp, { type Sharp } from 'sharp'
import { type ArtSpec, drawArt } from '#domain/media/art/draw-art.ts'
import { drawPortrait, type PortraitSpec } from '#domain/media/art/draw-portrait.ts'
import { mediaName } from '#domain/media/files/media-name.ts'
import { type PictureFormat, sniffPicture } from '#domain/media/files/sniff.ts'
import { tooManyBytes } from '#domain/media/files/too-many-bytes.ts'
import { ExpectedError, isExpected } from '#errors/expected-error.ts'

/** A picture that was read and accepted, ready to be stored. Width and height are as seen, turned by EXIF. */
export type PictureFile = {
  kind: 'image'
  /** Content hash; the stem of every file made from it. */
  name: string
  mime: string
  extension: PictureExtension
  width: number
  height: number
  bytes: number
  /** Dominant colour, shown while the picture loads. */
  color: string
  content: Buffer
}

export const pictureExtensions = ['jpg', 'png', 'webp', 'avif', 'gif', 'svg'] as const
export type PictureExtension = (typeof pictureExtensions)[number]

export const MAX_PIXELS = 100_000_000
const MAX_PICTURE_BYTES = 60 * 1024 * 1024

const extensionOf: Record<PictureFormat, PictureExtension> = {
  jpeg: 'jpg',
  png: 'png',
  webp: 'webp',
  avif: 'avif',
  gif: 'gif',
}

/**
 * Reads a picture from outside, whatever its file name claims: checks the real format, the size and that every pixel
 * can be decoded.
 * @throws ExpectedError `media` when it is not accepted
 */
export async function readPicture(bytes: Buffer): Promise<PictureFile> {
  if (bytes.length === 0) throw new ExpectedError('media.empty')
  if (bytes.length > MAX_PICTURE_BYTES) throw tooManyBytes(bytes.length, MAX_PICTURE_BYTES)
  const format = sniffPicture(bytes)
  if (!format) throw new ExpectedError('media.unknownFormat.picture')
  try {
    const { autoOrient } = await openPicture(bytes, 'none').metadata()
    if (autoOrient.width * autoOrient.height > MAX_PIXELS)
      throw new ExpectedError('media.tooManyPixels', { most: MAX_PIXELS / 1_000_000 })
    return {
      kind: 'image',
      name: mediaName(bytes),
      mime: `image/${format}`,
      extension: extensionOf[format],
      width: autoOrient.width,
      height: autoOrient.height,
      bytes: bytes.length,
      color: await dominantColor(openPicture(bytes, 'bounded')),
      content: bytes,
    }
  } catch (error) {
    if (isExpected(error, 'media')) throw error
    throw new ExpectedError('media.damaged.picture', {}, { cause: error })
  }
}

/** Draws story art as a picture file; 1600 by 900 unless the spec says otherwise. */
export function artPicture(spec: ArtSpec): Promise<PictureFile> {
  const { width = 1600, height = 900 } = spec
  return drawnPicture(drawArt({ ...spec, width, height }), width, height)
}

/** Draws an author's portrait as a picture file of 480 by 480. */
export function portraitPicture(spec: PortraitSpec): Promise<PictureFile> {
  return drawnPicture(drawPortrait({ size: 480, ...spec }), spec.size ?? 480, spec.size ?? 480)
}

async function drawnPicture(svg: string, width: number, height: number): Promise<PictureFile> {
  const content = Buffer.from(svg)
  return {
    kind: 'image',
    name: mediaName(content),
    mime: 'image/svg+xml',
    extension: 'svg',
    width,
    height,
    bytes: content.length,
    color: await dominantColor(sharp(content)),
    content,
  }
}

/**
 * Damaged scan lines are an error, odd metadata is not. The limit is checked first, so that the error is this program's
 * own.
 */
function openPicture(bytes: Buffer, bound: 'none' | 'bounded'): Sharp {
  return sharp(bytes, { failOn: 'error', limitInputPixels: bound === 'none' ? false : MAX_PIXELS })
}

/** Computed from a small copy, which decodes every pixel of the picture but counts few. */
async function dominantColor(picture: Sharp): Promise<string> {
  const small = await picture
    .toColourspace('srgb')
    .resize(64, 64, { fit: 'inside', withoutEnlargement: true, fastShrinkOnLoad: false })
    .flatten({ background: '#ffffff' })
    .png()
    .toBuffer()
  const { dominant } = await sharp(small).stats()
  const hex = (value: number) => value.toString(16).padStart(2, '0')
  return `#${hex(dominant.r)}${hex(dominant.g)}${hex(dominant.b)}`
}
