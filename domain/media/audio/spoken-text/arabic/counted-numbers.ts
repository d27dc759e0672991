import { NUMBER, numericValue, scaledUp } from '#domain/media/audio/spoken-text/figures.ts'
import { rewrite, rule } from '#domain/media/audio/spoken-text/rewrite.ts'
import { dual } from './arabic-numbers.ts'
import type { CountedNoun } from './counted-noun.ts'
import { genderOf, isNounLike, knownNoun, SCALE_WORDS } from './counted-nouns.ts'
import { isOblique } from './grammatical-case.ts'
import { isParticle } from './particles.ts'
import { START } from './prefixes.ts'
import { isHalf, sayNumber, sayQuantity, saySign } from './say-number.ts'

const WORD = String.raw`\p{L}[\p{L}\p{M}]*`
const COUNTED = rule(
  `${START}([-−+]?)(${NUMBER})(?!\\d)(?:\\s(${WORD})(?![\\p{L}\\p{M}\\p{N}]))?(?=(\\s\\p{L}+)?)`,
)

/** Figures that are left, each counted with the noun that follows, if one does. */
export function countedNumbers(text: string): string {
  const read = rewrite(text, COUNTED, (place, prefix, sign, amount, noun = '', next = '') => {
    const isEra = /^لل(?:هجرة|ميلاد)$/.test(noun)
    const following = noun && ` ${noun}`
    const inCase = isEra || isOblique(place, prefix, following + place.after)
    const shared = sharedNoun(following + place.after)
    const start = prefix + saySign(sign)
    if (shared)
      return `${start}${sayNumber(amount, { gender: genderOf(shared), isOblique: inCase })}${following}`
    /* «كوفيد-19 وقمة»: a figure behind a hyphen belongs to a name and counts nothing. */
    const isOfName = sign === '' && /\p{L}-$/u.test(place.before)
    if (noun === '' || isOfName)
      return `${start}${sayNumber(amount, { gender: 'masculine', isOblique: inCase })}${following}`
    return start + numberWithNoun(amount, noun, inCase, next.trim())
  })
  /* A figure that is left stands inside a word, as in a name: B52. */
  return read.replace(/\d+/g, digits => ` ${sayNumber(digits, { gender: 'masculine' })} `)
}

/* «بين 3 و5 سنوات», «3 أو 4 مرات»: the noun behind the second figure is that of the first. */
const SHARED_NOUN = new RegExp(`^\\s(?:و|أو\\s|إلى\\s)(?:${NUMBER})\\s(${WORD})`, 'u')

function sharedNoun(following: string): string | null {
  const noun = SHARED_NOUN.exec(following)?.[1]
  return noun && isNounLike(noun) ? noun : null
}

const SCALE = new RegExp(`^(?:${SCALE_WORDS})$`)
const ZEROS = new Map([
  ['ألف', 3],
  ['مليون', 6],
  ['مليار', 9],
  ['تريليون', 12],
])

/** A figure and the word behind it: its noun, a scale («مليون»), or nothing that it counts. */
export function numberWithNoun(amount: string, noun: string, isOblique: boolean, next = ''): string {
  if (isParticle(noun)) return `${sayNumber(amount, { gender: 'masculine', isOblique })} ${noun}`
  const known = knownNoun(noun)
  if (known && SCALE.test(noun)) return sayScaled(amount, noun, known, isOblique, next)
  const isOneOrTwo = [1, 2].includes(numericValue(amount) % 100)
  if (known && (isOneOrTwo || isHalf(amount))) return sayQuantity(amount, known, isOblique)
  return `${sayNumber(amount, { gender: genderOf(noun), isOblique, hasNoun: true })} ${noun}`
}

/* «2 مليون» is «مليونان», and «6.2 ملايين» is «ستة ملايين ومئتا ألف», for which Arabic has whole numbers. */
function sayScaled(
  amount: string,
  scale: string,
  noun: CountedNoun,
  isOblique: boolean,
  next: string,
): string {
  const value = numericValue(amount)
  const hasNoun = next !== '' && !isParticle(next)
  if (value === 1) return noun.one
  if (value === 2) return dual(noun.two, isOblique, hasNoun)
  const inFull = amount.includes('.') ? scaledUp(amount, ZEROS.get(noun.one) ?? 0) : null
  if (inFull !== null) return sayNumber(inFull, { gender: genderOf(next), isOblique, hasNoun })
  return `${sayNumber(amount, { gender: 'masculine', isOblique, hasNoun: true })} ${scale}`
}
