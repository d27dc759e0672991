import { anyOf, NUMBER, numericValue } from '#domain/media/audio/spoken-text/figures.ts'
import { rewrite, rule } from '#domain/media/audio/spoken-text/rewrite.ts'
import { dual } from './arabic-numbers.ts'
import { isOblique } from './grammatical-case.ts'
import { UNITS, type Unit } from './measures.ts'
import { START } from './prefixes.ts'
import { sayQuantity } from './say-number.ts'

const MEASURE = rule(`${START}([-−]?(?:${NUMBER}))\\s?(${anyOf(UNITS.keys())})(?![\\p{L}\\p{N}²³/])`)

/** «5 كم», «35°C». */
export function units(text: string): string {
  return rewrite(text, MEASURE, (place, prefix, amount, sign) => {
    const unit = UNITS.get(sign)
    if (!unit) return `${prefix}${amount} ${sign}`
    const inCase = isOblique(place, prefix, unit.one)
    return prefix + sayQuantity(amount, unit, inCase) + sayTail(unit, amount, inCase)
  })
}

/* An adjective follows its noun in number and case; «في الساعة» stays. */
function sayTail({ tail }: Unit, amount: string, isOblique: boolean): string {
  if (tail === undefined) return ''
  if (typeof tail === 'string') return ` ${tail}`
  const whole = Math.floor(Math.abs(numericValue(amount.replace('−', '-'))))
  const lastTwo = whole % 100
  if (lastTwo === 2 && !amount.includes('.')) return ` ${dual(tail.two, isOblique)}`
  return ` ${lastTwo >= 3 && lastTwo <= 10 ? tail.few : lastTwo >= 11 ? tail.many : tail.one}`
}
