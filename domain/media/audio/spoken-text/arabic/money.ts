import { anyOf, NUMBER } from '#domain/media/audio/spoken-text/figures.ts'
import { type Place, rewrite, rule } from '#domain/media/audio/spoken-text/rewrite.ts'
import { SCALE_WORDS } from './counted-nouns.ts'
import { numberWithNoun } from './counted-numbers.ts'
import { CURRENCIES } from './currencies.ts'
import { isOblique } from './grammatical-case.ts'
import { START } from './prefixes.ts'
import { sayQuantity } from './say-number.ts'

const SIGN = anyOf(CURRENCIES.keys())

/* The zeros that a scale in Latin letters stands for: $5m. */
const LATIN_SCALES = new Map([
  ['million', 6],
  ['billion', 9],
  ['trillion', 12],
  ['mn', 6],
  ['bn', 9],
  ['tn', 12],
  ['m', 6],
  ['k', 3],
])

const LATIN_SUM = rule(`${START}(${SIGN})\\s?(${NUMBER})\\s?(${anyOf(LATIN_SCALES.keys())})(?!\\p{L})`)
const SIGN_FIRST = rule(`${START}(${SIGN})\\s?(${NUMBER})(?:\\s?(${SCALE_WORDS})(?!\\p{L}))?`)
const SIGN_LAST = rule(
  `${START}(${NUMBER})(?:\\s(${SCALE_WORDS}))?\\s?(${SIGN})(?!\\p{L})\\.?(?=\\s|$|[،؛.])`,
)

/** «$5», «150 د.إ», «€1.5bn». */
export function money(text: string): string {
  let read = rewrite(text, LATIN_SUM, (place, prefix, sign, amount, scale) => {
    const value = scaledUp(amount, scale)
    return value === null ? place.match : saySum(place, prefix, value, undefined, sign)
  })
  read = rewrite(read, SIGN_FIRST, (place, prefix, sign, amount, scale) => {
    return saySum(place, prefix, amount, scale, sign)
  })
  return rewrite(read, SIGN_LAST, saySum)
}

/* «$1.5bn» is one thousand five hundred million, for which Arabic has whole numbers. */
function scaledUp(amount: string, scale: string): string | null {
  const [whole = '', fraction = ''] = amount.replaceAll(',', '').split('.')
  const zeros = (LATIN_SCALES.get(scale) ?? 0) - fraction.length
  return zeros < 0 ? null : String(Number(whole + fraction + '0'.repeat(zeros)))
}

function saySum(place: Place, prefix = '', amount = '', scale?: string, sign = ''): string {
  const noun = CURRENCIES.get(sign)
  if (!noun) return place.match
  const inCase = isOblique(place, prefix, noun.one)
  /* A noun after «مليون» stands in the genitive. */
  if (scale) return `${prefix}${numberWithNoun(amount, scale, inCase, noun.one)} ${noun.one}`
  return prefix + sayQuantity(amount, noun, inCase)
}
