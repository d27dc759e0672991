/*
 * Signs that are for the eye: tatweel, marks of direction, soft hyphens and joiners, emoji, bullets, arrows. Vowel marks
 * stay, because they help a voice.
 */
const INVISIBLE = /[\u0640\p{Cf}]|\p{Variation_Selector}/gu
const PICTURES = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Me}/gu
const SIGNS = /[<>‹›«»“”„"*_|~^`#=\\{}[\]•●■□▪◆★☆→←↑↓↔⇐⇒✓✔✗]/g

const ADDRESSES = [
  /\b(?:https?|ftp|mailto|tel):\S*[^\s.,;:!?،؛؟)\]»'"]/gi,
  /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu,
  /\bwww\.\S*[^\s.,;:!?،؛؟)\]»'"]/gi,
  /\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|info|gov|edu|int|news|io|example|ae|sa|eg|lb|jo|qa|kw|uk)\b(?:\/\S*[^\s.,;:!?،؛؟)\]»'"])?/gi,
]

/** A text without what no voice can say: addresses and signs that are for the eye. */
export function cleanText(text: string): string {
  let clean = text.normalize('NFC').replace(INVISIBLE, '')
  for (const address of ADDRESSES) clean = clean.replace(address, ' ')
  return clean
    .replace(PICTURES, ' ')
    .replace(SIGNS, ' ')
    .replace(/&/g, ' & ')
    .replace(/\(\s*\)/g, ' ')
}

/** One space between words, none before punctuation. */
export function tidySpaces(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/ +([.,;:!?،؛؟…])/g, '$1')
    .trim()
}

/** Figures of all kinds as Western ones, with their separators and signs as in English. */
export function westernFigures(text: string): string {
  return text
    .replace(/[٠-٩]/g, digit => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, digit => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/(?<=\d)٫(?=\d)/g, '.')
    .replace(/(?<=\d)[٬’](?=\d{3})/g, ',')
    .replace(/[٪﹪％]/g, '%')
    .replace(/(?<=\d)[\u00a0\u202f\u2009](?=\d{3}(?!\d))/g, ',')
    .replace(/(?<=\d) (?=000(?!\d))/g, ',')
    .replace(/[\u00a0\u202f\u2009]/g, ' ')
}
