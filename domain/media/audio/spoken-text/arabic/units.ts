import { anyOf, NUMBER } from '#domain/media/audio/spoken-text/figures.ts'
import { rewrite, rule } from '#domain/media/audio/spoken-text/rewrite.ts'
import { isOblique } from './grammatical-case.ts'
import { UNITS } from './measures.ts'
import { START } from './prefixes.ts'
import { sayQuantity } from './say-number.ts'

const MEASURE = rule(`${START}([-−]?(?:${NUMBER}))\\s?(${anyOf(UNITS.keys())})(?![\\p{L}\\p{N}²³/])`)

/** «5 كم», «35°C». */
export function units(text: string): string {
  return rewrite(text, MEASURE, (place, prefix, amount, sign) => {
    const unit = UNITS.get(sign)
    if (!unit) return `${prefix}${amount} ${sign}`
    return prefix + sayQuantity(amount, unit, isOblique(place, prefix, unit.one))
  })
}
