import { anyOf, NUMBER } from '#domain/media/audio/spoken-text/figures.ts'
import { rewrite, rule } from '#domain/media/audio/spoken-text/rewrite.ts'
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
    if (value === null) return `${prefix}${sign}${amount} ${scale}`
    return prefix + saySum(value, undefined, sign, isOblique(place, prefix))
  })
  read = rewrite(
    read,
    SIGN_FIRST,
    (place, prefix, sign, amount, scale) => prefix + saySum(amount, scale, sign, isOblique(place, prefix)),
  )
  return rewrite(
    read,
    SIGN_LAST,
    (place, prefix, amount, scale, sign) => prefix + saySum(amount, scale, sign, isOblique(place, prefix)),
  )
}

/* «$1.5bn» is one thousand five hundred million, for which Arabic has whole numbers. */
function scaledUp(amount: string, scale: string): string | null {
  const [whole = '', fraction = ''] = amount.replaceAll(',', '').split('.')
  const zeros = (LATIN_SCALES.get(scale) ?? 0) - fraction.length
  return zeros < 0 ? null : String(Number(whole + fraction + '0'.repeat(zeros)))
}

function saySum(amount: string, scale: string | undefined, sign: string, isOblique: boolean): string {
  const noun = CURRENCIES.get(sign)
  if (!noun) return `${amount} ${sign}`
  /* A noun after «مليون» stands in the genitive. */
  if (scale) return `${numberWithNoun(amount, scale, isOblique, noun.one)} ${noun.one}`
  return sayQuantity(amount, noun, isOblique)
}
