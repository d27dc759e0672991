import { anyOf, NUMBER, scaledUp } from '#domain/media/audio/spoken-text/figures.ts'
import { type Place, rewrite, rule } from '#domain/media/audio/spoken-text/rewrite.ts'
import { SCALE_WORDS } from './counted-nouns.ts'
import { numberWithNoun } from './counted-numbers.ts'
import { CURRENCIES, nameOf } from './currencies.ts'
import { isOblique } from './grammatical-case.ts'
import { START } from './prefixes.ts'
import { linkOf, openingOf } from './ranges.ts'
import { sayNumber, sayQuantity } from './say-number.ts'

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
  ['b', 9],
  ['k', 3],
])

/* «$5-6 billion», «€5–6 مليارات»: what is behind the second figure is the first one's too. */
const FIRST_OF_SUMS = rule(
  `${START}(${SIGN})\\s?(${NUMBER})\\s?[-–—]\\s?(?:${SIGN})?\\s?(?=(?:${NUMBER})(?![\\d-]))`,
)
const LATIN_SCALE = anyOf([...LATIN_SCALES.keys()].flatMap(scale => [scale, scale.toUpperCase()]))
const LATIN_SUM = rule(`${START}(${SIGN})\\s?(${NUMBER})\\s?(${LATIN_SCALE})(?!\\p{L})`)
const SIGN_FIRST = rule(`${START}(${SIGN})\\s?(${NUMBER})(?:\\s?(${SCALE_WORDS})(?!\\p{L}))?`)
const SIGN_LAST = rule(
  `${START}(${NUMBER})(?:\\s(${SCALE_WORDS}))?\\s?(${SIGN})(?!\\p{L})(?:(?<=\\p{Script=Arabic})\\.(?=\\s))?(?=\\s|$|[،؛.])`,
)

/** «$5», «150 د.إ», «€1.5bn». */
export function money(text: string): string {
  let read = rewrite(text, FIRST_OF_SUMS, (place, prefix, sign, from) => {
    const first = sayNumber(from, { gender: CURRENCIES.get(sign)?.gender ?? 'masculine', isOblique: true })
    return `${openingOf(place, prefix)}${first} ${linkOf(place)}${sign}`
  })
  read = rewrite(read, LATIN_SUM, (place, prefix, sign, amount, scale) => {
    const value = scaledUp(amount, LATIN_SCALES.get(scale.toLowerCase()) ?? 0)
    return value === null ? place.match : saySum(place, prefix, value, undefined, sign)
  })
  read = rewrite(read, SIGN_FIRST, (place, prefix, sign, amount, scale) => {
    return saySum(place, prefix, amount, scale, sign)
  })
  return rewrite(read, SIGN_LAST, saySum)
}

function saySum(place: Place, prefix = '', amount = '', scale?: string, sign = ''): string {
  const noun = CURRENCIES.get(sign)
  if (!noun) return place.match
  const inCase = isOblique(place, prefix, noun.one)
  /* A noun after «مليون» stands in the genitive. */
  if (scale) return `${prefix}${numberWithNoun(amount, scale, inCase, noun.one)} ${nameOf(noun)}`
  return prefix + sayQuantity(amount, noun, inCase)
}
