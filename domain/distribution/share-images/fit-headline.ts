import type { Locale } from '#i18n/locales.ts'
import { type Box, isWithin, setText, setTextWithin, type TextImage, type TextStyle } from './set-text.ts'
import { shareColours } from './share-colours.ts'
import { families } from './share-fonts.ts'

/* Sizes and line heights follow the pages: Arabic is larger and looser. */
const STYLES = {
  ar: { largest: 128, smallest: 36, lineHeight: 1.22 },
  en: { largest: 120, smallest: 34, lineHeight: 1.08, tracking: -0.014 },
} as const

const STEP = 4
const PRECISION = 6
/* Narrower lines would turn a headline into a tower of single words. */
const NARROWEST_SHARE = 0.5

/** A headline at the largest size that fits, in lines of about equal width. */
export async function fitHeadline(written: string, locale: Locale, box: Box): Promise<TextImage> {
  const headline = withoutLonelyWord(written)
  const { largest, smallest } = STYLES[locale]
  let [low, high] = [0, Math.floor((largest - smallest) / STEP)]
  while (low <= high) {
    const middle = Math.ceil((low + high) / 2)
    const set = await setText(headline, locale, headlineStyle(locale, smallest + middle * STEP), box.width)
    if (isWithin(set, box)) low = middle + 1
    else high = middle - 1
  }
  const size = smallest + Math.max(0, high) * STEP
  return balanced(headline, locale, headlineStyle(locale, size), box)
}

/* The last line of a long headline is not a single short word. */
function withoutLonelyWord(headline: string): string {
  return headline.replace(/^((?:\S+ ){3,}\S+) (\S{1,10})$/u, '$1\u00a0$2')
}

/** The style of a headline at a size. */
export function headlineStyle(locale: Locale, size: number): TextStyle {
  const { largest: _, smallest: __, ...style } = STYLES[locale]
  return { family: families.headline[locale], size, color: shareColours.ink, ...style }
}

/* The narrowest width with the same number of lines: one more line would make the image of the text higher. */
async function balanced(headline: string, locale: Locale, style: TextStyle, box: Box): Promise<TextImage> {
  let best = await setTextWithin(headline, locale, style, box)
  const highest = best.height + (style.size * style.lineHeight) / 2
  let [low, high] = [box.width * NARROWEST_SHARE, Math.min(best.width, box.width)]
  while (high - low > PRECISION) {
    const width = (low + high) / 2
    const set = await setText(headline, locale, style, width)
    if (isWithin(set, { width: box.width, height: highest })) {
      best = set
      high = width
    } else low = width
  }
  return best
}
