import { rewrite, rule } from '#domain/media/audio/spoken-text/rewrite.ts'
import { spell } from './arabic-numbers.ts'

const GROUPS = String.raw`(?:[\s/-]?\d{1,4})+`
const TELEPHONE = rule(
  `((?<![\\p{L}\\p{N}.,:/-])\\d{2,3}-\\d{3}-?\\d{3,4}(?![\\d%-])|(?<![\\p{L}\\p{N}.,])(?:\\+|00)\\d{1,3}${GROUPS}(?![\\d%])|(?<![\\p{L}\\p{N}.,])0\\d{1,2}${GROUPS}(?![\\d%]|\\.\\d))`,
)

/** «+971 4 123 4567», digit by digit. */
export function telephones(text: string): string {
  return rewrite(text, TELEPHONE, (_place, number) => {
    const digits = number.replace(/\D/g, '')
    if (digits.length < 6) return number
    return (number.startsWith('+') ? 'زائد ' : '') + spell(digits)
  })
}
