import type { Locale } from '#i18n/locales.ts'
import { type Box, isWithin, setText, setTextWithin, type TextImage, type TextStyle } from './set-text.ts'
import { shareColours } from './share-colours.ts'
import { families } from './share-fonts.ts'

/* Sizes and lines as on pages: Arabic stands larger and looser. */
const STYLES = {
  ar: { largest: 128, smallest: 36, lineHeight: 1.22 },
  en: { largest: 120, smallest: 34, lineHeight: 1.08, tracking: -0.014 },
} as const

const STEP = 4
const PRECISION = 6
/* Narrower lines than these leave a headline as a tower of single words. */
const NARROWEST_SHARE = 0.5

/** A headline in the largest size that fits, in lines of about one width. */
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

/* Of many words, a short one does not stand in the last line alone. */
function withoutLonelyWord(headline: string): string {
  return headline.replace(/^((?:\S+ ){3,}\S+) (\S{1,10})$/u, '$1\u00a0$2')
}

/** How a headline of a size is set. */
export function headlineStyle(locale: Locale, size: number): TextStyle {
  const { largest: _, smallest: __, ...style } = STYLES[locale]
  return { family: families.headline[locale], size, color: shareColours.ink, ...style }
}

/* The narrowest lines that are no more of them: one more would make the picture of the words higher by a line. */
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
