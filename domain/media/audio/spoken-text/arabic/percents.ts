import { NUMBER } from '#domain/media/audio/spoken-text/figures.ts'
import { type Place, rewrite, rule } from '#domain/media/audio/spoken-text/rewrite.ts'
import { isOblique } from './grammatical-case.ts'
import { START } from './prefixes.ts'
import { sayNumber } from './say-number.ts'

const SIGN_LAST = rule(`${START}([-−+]?(?:${NUMBER}))\\s?([%‰])`)
const SIGN_FIRST = rule(`${START}([%‰])\\s?([-−+]?(?:${NUMBER}))`)

/** «12.5%», «%4», «5‰». */
export function percents(text: string): string {
  const read = rewrite(text, SIGN_LAST, (place, prefix, amount, sign) =>
    sayShare(place, prefix, amount, sign),
  )
  return rewrite(read, SIGN_FIRST, (place, prefix, sign, amount) => sayShare(place, prefix, amount, sign))
}

function sayShare(place: Place, prefix: string, amount: string, sign: string): string {
  const form = { gender: 'masculine', isOblique: isOblique(place, prefix) } as const
  return `${prefix}${sayNumber(amount, form)} في ${sign === '%' ? 'المئة' : 'الألف'}`
}
