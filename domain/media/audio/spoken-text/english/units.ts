import { anyOf, NUMBER } from '#domain/media/audio/spoken-text/figures.ts'
import { rewrite, rule } from '#domain/media/audio/spoken-text/rewrite.ts'
import { START, sayNumber, sayQuantity, saySign } from './english-numbers.ts'
import { UNITS } from './measures.ts'
import { SCALES } from './scales.ts'

const MEASURE = rule(`${START}([-−]?)(${NUMBER})\\s?(${anyOf(UNITS.keys())})(?![\\p{L}\\p{N}²³/])`)
const SCALED = rule(`${START}(${NUMBER})\\s?(mn|bn|tn|k)(?!\\p{L})`)

/** «5 km», «35°C», «40k». */
export function units(text: string): string {
  const read = rewrite(
    text,
    MEASURE,
    (_place, sign, amount, unit) => saySign(sign) + sayQuantity(amount, UNITS.get(unit) ?? ['', '']),
  )
  return rewrite(read, SCALED, (_place, amount, scale) => `${sayNumber(amount)} ${SCALES.get(scale)}`)
}
