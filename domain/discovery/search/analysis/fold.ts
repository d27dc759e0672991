/*
 * Marks above and below letters, Arabic and Latin alike; the stretching stroke; and signs that nobody sees. A hamza that
 * was written as a mark goes too, which is why text is taken apart (NFKD) first.
 */
const UNSEEN = /[\p{M}\p{Cf}\u0640]/gu

const OTHER_LETTERS: Record<string, string> = {
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ے: 'ي',
  ک: 'ك',
  ڪ: 'ك',
  گ: 'ك',
  ة: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ە: 'ه',
  پ: 'ب',
  چ: 'ج',
  ژ: 'ز',
  ڤ: 'ف',
  ڥ: 'ف',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
}

const OTHER = new RegExp(`[${Object.keys(OTHER_LETTERS).join('')}]`, 'gu')

/**
 * The one spelling under which a word is kept and looked for: without case, vowels and stretching; alef with and
 * without hamza, ya and alef maqsura, ta marbuta and ha, Persian and presentation forms alike; Western digits.
 */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(UNSEEN, '')
    .replace(OTHER, letter => OTHER_LETTERS[letter] ?? letter)
    .replace(/[٠-٩۰-۹]/g, digit => String(digit.charCodeAt(0) & 15))
    .normalize('NFC')
}
