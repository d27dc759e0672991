import sharp, { type OverlayOptions } from 'sharp'
import { KHATAM_DEPTH, starPolygon } from '#domain/media/art/star.ts'
import { closedPath } from '#domain/media/art/svg.ts'
import { otherLocale } from '#i18n/locales.ts'
import { setTextWithin, type TextImage } from './set-text.ts'
import { shareArt } from './share-art.ts'
import type { ShareCard } from './share-card.ts'
import { families, loadShareFonts } from './share-fonts.ts'

/** Podcast directories take squares of 1400 to 3000 pixels. */
const COVER_SIZE = 1500

/* Night, as the player's dock; covers are shown small, on light and dark pages alike. */
const NIGHT = '#14181b'
const ON_NIGHT = '#f3f4ef'
const QUIET = '#b7bfc1'
const MINT = '#7fcdb2'
const ART_HEIGHT = 540
const MARGIN = 110
const BOX = { width: COVER_SIZE - 2 * MARGIN, height: 240 }

/** Renders the cover of a language's podcast: the nine glazes above both names of the site and its star. */
export async function renderCover(card: ShareCard, dataDir: string, fontsDir: string): Promise<Buffer> {
  await loadShareFonts(fontsDir)
  const { locale, names, tagline } = card
  const [own, other] = names
  const set = (text: string, of: typeof locale, size: number, color: string) =>
    setTextWithin(text, of, { family: families.name[of], size, lineHeight: 1.25, color }, BOX)
  const [ownName, otherName, words] = await Promise.all([
    set(own, locale, 200, ON_NIGHT),
    own === other ? null : set(other, otherLocale(locale), 120, ON_NIGHT),
    tagline ? set(tagline, locale, 58, QUIET) : null,
  ])
  const layers: OverlayOptions[] = [
    { input: await shareArt(card, dataDir, { width: COVER_SIZE, height: ART_HEIGHT }), left: 0, top: 0 },
    { input: starOf(), left: 0, top: 0 },
    centred(ownName, 790),
    ...(otherName ? [centred(otherName, 1040)] : []),
    ...(words ? [centred(words, 1290)] : []),
  ]
  return sharp({ create: { width: COVER_SIZE, height: COVER_SIZE, channels: 3, background: NIGHT } })
    .composite(layers)
    .removeAlpha()
    .jpeg({ quality: 84, mozjpeg: true, chromaSubsampling: '4:4:4' })
    .toBuffer()
}

function centred({ data, width, height }: TextImage, middle: number): OverlayOptions {
  return {
    ...{ input: data, raw: { width, height, channels: 4 } },
    left: Math.round((COVER_SIZE - width) / 2),
    top: Math.round(middle - height / 2),
  }
}

/* The star lies on the edge of the art, as a seal. */
function starOf(): Buffer {
  const centre = { x: COVER_SIZE / 2, y: ART_HEIGHT }
  const star = (radius: number, fill: string) =>
    `<path fill="${fill}" d="${closedPath([starPolygon(8, centre, radius, KHATAM_DEPTH, 0)])}"/>`
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${COVER_SIZE}" height="${COVER_SIZE}">${star(150, NIGHT)}${star(96, MINT)}</svg>`,
  )
}
