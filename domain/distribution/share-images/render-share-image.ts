import sharp, { type OverlayOptions } from 'sharp'
import { KHATAM_DEPTH, starPolygon } from '#domain/media/art/star.ts'
import { closedPath } from '#domain/media/art/svg.ts'
import { locales } from '#i18n/locales.ts'
import { fitHeadline } from './fit-headline.ts'
import { setLine, setTextWithin, type TextImage } from './set-text.ts'
import { shareArt } from './share-art.ts'
import { SHARE_IMAGE, type ShareCard } from './share-card.ts'
import { shareColours, shareGlazes } from './share-colours.ts'
import { families, loadShareFonts } from './share-fonts.ts'

/* Messengers ignore pictures that are much heavier. */
const MAX_BYTES = 200_000
const QUALITIES = [86, 78, 68, 56]

/* Positions on a page that reads from left to right; the other direction mirrors them. */
const { width: WIDTH, height: HEIGHT } = SHARE_IMAGE
const MARGIN = 56
const BAND = { left: 744, width: 12 }
const ART = { left: BAND.left + BAND.width, width: WIDTH - BAND.left - BAND.width }
const COLUMN = BAND.left - 2 * MARGIN
const RULE = { top: MARGIN, height: 6 }
const LABEL = { top: 84, width: COLUMN, height: 44 }
const HEADLINE = { top: 140, bottom: 494 }
const TAGLINE = { top: 372, width: COLUMN, height: 140 }
const FOOT = { rule: 528, middle: 571 }

type Places = {
  put: (image: TextImage, top: number) => OverlayOptions
  x: (left: number, width: number) => number
}

/** Renders the picture that represents a page where it is shared. */
export async function renderShareImage(card: ShareCard, dataDir: string, fontsDir: string): Promise<Buffer> {
  await loadShareFonts(fontsDir)
  const places = placesFor(card)
  const layers = await Promise.all([
    artLayer(card, dataDir, places),
    ruleLayer(card, places),
    ...(card.title === null ? siteLayers(card, places) : titleLayers(card, card.title, places)),
  ])
  const { data, info } = await sharp({
    create: { width: WIDTH, height: HEIGHT, channels: 3, background: shareColours.paper },
  })
    .composite(layers.flat())
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  let image = Buffer.alloc(0)
  for (const quality of QUALITIES) {
    image = await sharp(data, { raw: { width, height, channels } })
      .jpeg({ quality, mozjpeg: true, chromaSubsampling: '4:4:4' })
      .toBuffer()
    if (image.length < MAX_BYTES) break
  }
  return image
}

function placesFor({ locale }: ShareCard): Places {
  const isMirrored = locales[locale].dir === 'rtl'
  const x = (left: number, width: number) => Math.round(isMirrored ? WIDTH - left - width : left)
  return { x, put: (image, top) => ({ ...overlayOf(image), left: x(MARGIN, image.width), top }) }
}

function overlayOf({ data, width, height }: TextImage): OverlayOptions {
  return { input: data, raw: { width, height, channels: 4 } }
}

async function artLayer(card: ShareCard, dataDir: string, { x }: Places): Promise<OverlayOptions> {
  const box = { width: ART.width, height: HEIGHT }
  return { input: await shareArt(card, dataDir, box), left: x(ART.left, ART.width), top: 0 }
}

/* The section's colour above the text and beside the picture, and a hairline above the site's name. */
function ruleLayer(card: ShareCard, { x }: Places): OverlayOptions {
  const rect = (left: number, top: number, width: number, height: number, fill: string) =>
    `<rect x="${x(left, width)}" y="${top}" width="${width}" height="${height}" fill="${fill}"/>`
  const rules = [
    rect(MARGIN, RULE.top, COLUMN, RULE.height, colourOf(card)),
    rect(BAND.left, 0, BAND.width, HEIGHT, colourOf(card)),
    card.title === null ? '' : rect(MARGIN, FOOT.rule, COLUMN, 1, shareColours.rule),
  ].join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">${rules}</svg>`
  return { input: Buffer.from(svg), left: 0, top: 0 }
}

function titleLayers(card: ShareCard, title: string, { put }: Places) {
  const { locale, section } = card
  const label = { family: families.label[locale], size: 26, lineHeight: 1.3, color: colourOf(card) }
  const top = section === null ? LABEL.top + 12 : HEADLINE.top
  const box = { width: COLUMN, height: HEADLINE.bottom - top }
  return [
    fitHeadline(title, locale, box).then(image => put(image, top)),
    ...(section === null
      ? []
      : [setTextWithin(section, locale, label, LABEL).then(image => put(image, LABEL.top))]),
    nameplate(card, 38).then(image => put(image, Math.round(FOOT.middle - image.height / 2))),
  ]
}

function siteLayers(card: ShareCard, { put }: Places) {
  const { locale, tagline } = card
  const style = { family: families.name[locale], size: 34, lineHeight: 1.3, color: shareColours.ink }
  return [
    nameplate(card, 84).then(image => put(image, Math.round(HEIGHT / 2 - 30 - image.height / 2))),
    ...(tagline
      ? [setTextWithin(tagline, locale, style, TAGLINE).then(image => put(image, TAGLINE.top))]
      : []),
  ]
}

function colourOf({ glaze }: ShareCard): string {
  return glaze === null ? shareColours.accent : shareGlazes[glaze]
}

/* The gap between the names is wider than any space inside them, so that it can be found in the rendered image. */
const GAP = '\u00a0\u00a0\u00a0\u00a0\u00a0'

/** Both names of the site around its star, as at the top of its pages; smaller if there is no room. */
async function nameplate(card: ShareCard, size: number): Promise<TextImage> {
  const { locale, names } = card
  const [own, other] = names
  const style = { family: families.name[locale], size, lineHeight: 1.2, color: shareColours.ink }
  const texts = own === other ? [own] : [own, GAP, other]
  const line = await setLine(
    texts.map(text => ({ text, style })),
    locale,
  )
  if (line.width > COLUMN && size > 16) return nameplate(card, Math.floor((size * COLUMN) / line.width))
  return own === other ? line : withStar(line, size)
}

async function withStar(line: TextImage, size: number): Promise<TextImage> {
  const [from, to] = widestGap(line)
  const radius = size * 0.19
  const centre = { x: (from + to) / 2, y: line.height * 0.52 }
  const outline = starPolygon(8, centre, radius, KHATAM_DEPTH, Math.PI / 8)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${line.width}" height="${line.height}"><path fill="${shareColours.accent}" d="${closedPath([outline])}"/></svg>`
  const { width, height } = line
  const { data } = await sharp(line.data, { raw: { width, height, channels: 4 } })
    .composite([{ input: Buffer.from(svg) }])
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, width, height }
}

/* The longest run of columns without ink. */
function widestGap({ data, width, height }: TextImage): [from: number, to: number] {
  const hasInk = (column: number) => {
    for (let row = 0; row < height; row++) if ((data[(row * width + column) * 4 + 3] ?? 0) > 0) return true
    return false
  }
  let widest: [number, number] = [0, 0]
  let from = 0
  for (let column = 0; column <= width; column++) {
    if (column < width && !hasInk(column)) continue
    if (column - from > widest[1] - widest[0]) widest = [from, column]
    from = column + 1
  }
  return widest
}
