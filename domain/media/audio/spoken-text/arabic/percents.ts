import { NUMBER } from '#domain/media/audio/spoken-text/figures.ts'
import { type Place, rewrite, rule } from '#domain/media/audio/spoken-text/rewrite.ts'
import { isOblique } from './grammatical-case.ts'
import { START } from './prefixes.ts'
import { sayNumber } from './say-number.ts'

const SIGN_LAST = rule(`${START}([-−+]?(?:${NUMBER}))\\s?%`)
const SIGN_FIRST = rule(`${START}%\\s?([-−+]?(?:${NUMBER}))`)

/** «12.5%», «%4». */
export function percents(text: string): string {
  return rewrite(rewrite(text, SIGN_LAST, sayPercent), SIGN_FIRST, sayPercent)
}

function sayPercent(place: Place, prefix = '', amount = ''): string {
  const form = { gender: 'masculine', isOblique: isOblique(place, prefix) } as const
  return `${prefix}${sayNumber(amount, form)} في المئة`
}
