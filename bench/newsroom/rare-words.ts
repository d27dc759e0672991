import type { Locale } from '#i18n/locales.ts'
import type { Dice } from './dice.ts'

/** Made-up names in each language. As in any newspaper, a few are everywhere and most are very rare. */
const COUNT = 40_000

const SYLLABLES: Record<Locale, string[]> = {
  ar: [
    'با',
    'رو',
    'سي',
    'دم',
    'نا',
    'قر',
    'لو',
    'شم',
    'تي',
    'غا',
    'مر',
    'زو',
    'حل',
    'كف',
    'طي',
    'ها',
    'جن',
    'عص',
    'فو',
    'خد',
  ],
  en: [
    'ba',
    'ro',
    'si',
    'dem',
    'na',
    'kor',
    'lu',
    'sham',
    'ti',
    'gal',
    'mer',
    'zo',
    'hal',
    'kef',
    'tay',
    'ha',
    'jen',
    'as',
    'fo',
    'kad',
  ],
}

/** Picks a name. Its frequency is about one divided by its rank. */
export function rareWord(locale: Locale, dice: Dice): string {
  return wordOfRank(locale, Math.floor(COUNT ** dice.share()))
}

/** The name with this rank, from 1. */
export function wordOfRank(locale: Locale, rank: number): string {
  const syllables = SYLLABLES[locale]
  let rest = rank
  let word = ''
  do {
    word += syllables[rest % syllables.length]
    rest = Math.floor(rest / syllables.length)
  } while (rest > 0)
  return word.length < 4 ? `${word}${syllables[0]}` : word
}
