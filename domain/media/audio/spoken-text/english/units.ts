import { anyOf, NUMBER } from '#domain/media/audio/spoken-text/figures.ts'
import { rewrite, rule } from '#domain/media/audio/spoken-text/rewrite.ts'
import { START, sayNumber, sayQuantity, saySign } from './english-numbers.ts'
import { UNITS } from './measures.ts'
import { sayScale } from './scales.ts'

const MEASURE = rule(`${START}([-−]?)(${NUMBER})\\s?(${anyOf(UNITS.keys())})(?![\\p{L}\\p{N}²³/])`)
/* «a 10-km run»: an adjective, in the singular. */
const ADJECTIVE = rule(
  `${START}(${NUMBER})-(${anyOf([...UNITS.keys()].filter(sign => /^\p{L}/u.test(sign)))})(?![\\p{L}\\p{N}²³/])`,
)
const SCALED = rule(`${START}(${NUMBER})\\s?(mn|bn|tn|k)(?!\\p{L})`)

/** «5 km», «a 10-km run», «35°C», «40k». */
export function units(text: string): string {
  let read = rewrite(text, ADJECTIVE, (_place, amount, unit) => {
    return `${sayNumber(amount)}-${UNITS.get(unit)?.[0].replaceAll(' ', '-')}`
  })
  read = rewrite(
    read,
    MEASURE,
    (_place, sign, amount, unit) => saySign(sign) + sayQuantity(amount, UNITS.get(unit) ?? ['', '']),
  )
  return rewrite(read, SCALED, (_place, amount, scale) => `${sayNumber(amount)} ${sayScale(scale)}`)
}
