import sharp, { type Sharp } from 'sharp'
import { MAX_PIXELS } from './read-picture.ts'
import type { RenditionFormat, RenditionRequest } from './rendition-name.ts'

type Encoder = (picture: Sharp, quality: number) => Sharp

/** Tile art is flat colour with hard edges and needs full chroma; a photo does not. */
type Subject = 'art' | 'photo'

/** AVIF beyond effort 2 takes twice the time, on demand, for files that are no smaller. */
const encoders: Record<Subject, Record<RenditionFormat, Encoder>> = {
  art: {
    avif: (picture, quality) => picture.avif({ quality, effort: 2, chromaSubsampling: '4:4:4' }),
    webp: (picture, quality) => picture.webp({ quality, effort: 3, smartSubsample: true }),
    jpeg: (picture, quality) => picture.jpeg({ quality, mozjpeg: true, chromaSubsampling: '4:4:4' }),
  },
  photo: {
    avif: (picture, quality) => picture.avif({ quality, effort: 2, chromaSubsampling: '4:2:0' }),
    webp: (picture, quality) => picture.webp({ quality, effort: 4, smartSubsample: true }),
    jpeg: (picture, quality) => picture.jpeg({ quality, mozjpeg: true }),
  },
}

const startQuality: Record<Subject, Record<RenditionFormat, number>> = {
  art: { avif: 50, webp: 74, jpeg: 74 },
  photo: { avif: 52, webp: 74, jpeg: 76 },
}

/** A lead picture of 720 pixels may take 60 KB in AVIF; other widths in proportion to their edge. */
const avifBudget = (width: number) => 60_000 * (width / 720) ** 1.5

/** Makes a rendition from the original's file: turned upright, in sRGB, without metadata, never enlarged. */
export async function encodeRendition(
  originalFile: string,
  subject: Subject,
  { width, format }: RenditionRequest,
): Promise<Buffer> {
  const pixels = await sharp(originalFile, { failOn: 'error', limitInputPixels: MAX_PIXELS })
    .autoOrient()
    .resize({ width, withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { channels, width: rawWidth, height: rawHeight } = pixels.info
  const encode = (quality: number) => {
    const picture = sharp(pixels.data, { raw: { width: rawWidth, height: rawHeight, channels } })
    return encoders[subject][format](picture, quality).toBuffer()
  }

  const quality = startQuality[subject][format]
  const first = await encode(quality)
  if (format !== 'avif' || first.length <= avifBudget(rawWidth)) return first
  /* For busy pictures, two coarser attempts keep the budget for all but noise. */
  const second = await encode(quality - 12)
  return second.length <= avifBudget(rawWidth) ? second : encode(quality - 24)
}
