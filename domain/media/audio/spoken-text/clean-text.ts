/*
 * Signs that are for the eye: tatweel, marks of direction, soft hyphens and joiners, emoji, bullets, arrows. Vowel marks
 * stay, because they help a voice.
 */
const INVISIBLE = /[\u0640\p{Cf}]|\p{Variation_Selector}/gu
const PICTURES = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Me}/gu
const SIGNS = /[<>‹›«»“”„"*_|~^`#=\\{}[\]•●■□▪◆★☆→←↑↓↔⇐⇒✓✔✗➔➜➤►▶‣◦]/g

/* Letters in the shape that they have within a word, as old systems and PDF files hold them; «﷼» is a sign of money. */
const FORMS = /([\ufdfa\ufdfb\ufdfd])\1*|[\ufb50-\ufdfb\ufdfd\ufe70-\ufefc]/g
/* C++ and C#, whose signs are part of their names. */
const PROGRAMMING = [
  /(?<![\p{L}\p{N}])([CFJ])(\+\+|#)/gu,
  (_: string, letter: string, sign: string) => `${letter} ${sign === '#' ? 'sharp' : 'plus plus'}`,
] as const

/* Each begins where a word does, and is no longer than addresses are: a long text without spaces is read once. */
const REST = String.raw`(?:/\S*[^\s.,;:!?،؛؟)\]»'"])?`
const ADDRESSES = [
  /(?<![\p{L}\p{N}])(?:https?|ftp|mailto|tel):\S*[^\s.,;:!?،؛؟)\]»'"]/giu,
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}/gu,
  new RegExp(
    String.raw`(?<![\p{L}\p{N}.-])(?:[a-z0-9-]{1,63}\.){1,5}(?:com|org|net|info|gov|edu|int|news|io|example|ae|sa|eg|lb|jo|qa|kw|uk)(?![\p{L}\p{N}])${REST}`,
    'giu',
  ),
  new RegExp(String.raw`(?<![\p{L}\p{N}.-])www\.[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,5}${REST}`, 'giu'),
]

/** A text without what no voice can say: addresses and signs that are for the eye. */
export function cleanText(text: string): string {
  let clean = lettersOfForms(text)
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(...PROGRAMMING)
  for (const address of ADDRESSES) clean = clean.replace(address, ' ')
  return (
    clean
      .replace(PICTURES, ' ')
      .replace(SIGNS, ' ')
      .replace(/&/g, ' & ')
      .replace(/\(\s*\)/g, ' ')
      /* Rules that look back over spaces take the square of their number. */
      .replace(/\s{2,}/g, ' ')
  )
}

function lettersOfForms(text: string): string {
  return text.replace(FORMS, ([form = '']) => {
    if (form === '\ufdfd') return ' بسم الله الرحمن الرحيم '
    /* A mark alone stands on a space or a tatweel; ﷺ is a sentence; ornaments such as ﴾ are none of these. */
    const letters = form.normalize('NFKC').replace(/[ \u0640](?=\p{M})/gu, '')
    if (letters === form) return ' '
    return letters.includes(' ') ? ` ${letters} ` : letters
  })
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
    .replace(/(?<![\d.,])\d{1,3}(?:\.\d{3}){2,5}(?![\d.])/g, number => number.replaceAll('.', ','))
    .replace(/[٪﹪％]/g, '%')
    .replace(/(?<=\d)[\u00a0\u202f\u2009](?=\d{3}(?!\d))/g, ',')
    .replace(/(?<=\d) (?=000(?!\d))/g, ',')
    .replace(/[\u00a0\u202f\u2009]/g, ' ')
}
