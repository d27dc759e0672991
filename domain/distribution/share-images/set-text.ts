import sharp from 'sharp'
import { isolatedText } from '#i18n/isolated-text.ts'
import { type Locale, locales } from '#i18n/locales.ts'

export type TextStyle = {
  /** Family names, in order of preference for each character. */
  family: string
  /** In pixels, like all lengths here. */
  size: number
  lineHeight: number
  color: string
  /** Between Latin letters only, in em. */
  tracking?: number
}

export type Box = { width: number; height: number }

export type TextImage = { data: Buffer; width: number; height: number }

/** Wider than any headline. */
const ONE_LINE = 20_000

const HAS_INK = /[\p{L}\p{N}\p{P}\p{S}]/u
const NOTHING: TextImage = { data: Buffer.alloc(4), width: 1, height: 1 }

const OVERHANG = 10

const RIGHT_TO_LEFT_MARK = '\u200f'
const UNITS = 1024

/**
 * Renders a text as an image of its ink, in lines no wider than `width` where words allow it, aligned to the start side
 * of its language.
 */
export function setText(
  text: string,
  locale: Locale,
  style: TextStyle,
  width = ONE_LINE,
): Promise<TextImage> {
  if (!HAS_INK.test(text)) return Promise.resolve(NOTHING)
  return setMarkup(spanOf(isolatedText(text, locale), locale, style), locale, width)
}

/** One line of texts, each in its own style. */
export function setLine(parts: { text: string; style: TextStyle }[], locale: Locale): Promise<TextImage> {
  const markup = parts.map(({ text, style }) => spanOf(text, locale, style)).join('')
  return setMarkup(markup, locale, ONE_LINE)
}

/** Whether a text stays in its box, apart from the little by which letters exceed their line. */
export function isWithin({ width, height }: TextImage, box: Box): boolean {
  return width <= box.width + OVERHANG && height <= box.height
}

/** The same, made smaller where a single word or the number of words exceeds the box. */
export async function setTextWithin(
  text: string,
  locale: Locale,
  style: TextStyle,
  box: Box,
): Promise<TextImage> {
  return shrunkInto(await setText(text, locale, style, box.width), box)
}

async function shrunkInto(image: TextImage, box: Box): Promise<TextImage> {
  if (isWithin(image, box)) return image
  const { data, width, height } = image
  const { data: shrunk, info } = await sharp(data, { raw: { width, height, channels: 4 } })
    .resize({ ...box, fit: 'inside' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data: shrunk, width: info.width, height: info.height }
}

async function setMarkup(markup: string, locale: Locale, width: number): Promise<TextImage> {
  /* Without it, a line that begins with a letter of the other script would be aligned to the other side. */
  const mark = locales[locale].dir === 'rtl' ? RIGHT_TO_LEFT_MARK : ''
  const { data, info } = await sharp({
    text: { text: mark + markup, width: Math.round(width), dpi: 72, rgba: true, align: 'left' },
  })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

function spanOf(text: string, locale: Locale, { family, size, lineHeight, color, tracking }: TextStyle) {
  const attributes = {
    lang: locale,
    font_family: family,
    size: Math.round(size * UNITS),
    line_height: Math.round(size * lineHeight * UNITS),
    foreground: color,
    ...(tracking !== undefined && { letter_spacing: Math.round(size * tracking * UNITS) }),
  }
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${value}"`)
  return `<span ${written.join(' ')}>${escaped(text)}</span>`
}

/* Markup has no control characters, and a headline breaks where there is room. */
function escaped(text: string): string {
  return text
    .replace(/[\p{Cc}\ufffe\uffff]+/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}
