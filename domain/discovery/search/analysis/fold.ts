import { withWesternDigits } from '#i18n/western-digits.ts'

/*
 * Combining marks of Arabic and Latin letters, the tatweel, and invisible characters. A hamza written as a mark goes
 * too, so text is decomposed (NFKD) first.
 */
const UNSEEN = /[\p{M}\p{Cf}\u0640]/gu

const OTHER_LETTERS = new Map<string, string>([
  ['ٱ', 'ا'],
  ['ى', 'ي'],
  ['ی', 'ي'],
  ['ې', 'ي'],
  ['ے', 'ي'],
  ['ک', 'ك'],
  ['ڪ', 'ك'],
  ['گ', 'ك'],
  ['ة', 'ه'],
  ['ہ', 'ه'],
  ['ھ', 'ه'],
  ['ە', 'ه'],
  ['پ', 'ب'],
  ['چ', 'ج'],
  ['ژ', 'ز'],
  ['ڤ', 'ف'],
  ['ڥ', 'ف'],
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['ł', 'l'],
  ['þ', 'th'],
  ['ı', 'i'],
])

const OTHER = new RegExp(`[${[...OTHER_LETTERS.keys()].join('')}]`, 'gu')

/**
 * The one spelling under which a word is stored and searched: without case, vowels and tatweel; with alef forms, ya and
 * alef maqsura, ta marbuta and ha, Persian and presentation forms unified; with Western digits.
 */
export function fold(text: string): string {
  const letters = text
    .toLowerCase()
    .normalize('NFKD')
    .replace(UNSEEN, '')
    .replace(OTHER, letter => OTHER_LETTERS.get(letter) ?? letter)
  return withWesternDigits(letters).normalize('NFC')
}
