import { knownNoun } from './counted-nouns.ts'
import { UNITS } from './measures.ts'
import { isParticle } from './particles.ts'

/* The word behind a figure, or a sign. */
const NEXT = /^\s?([\p{L}°][\p{L}\p{M}°/²³]*)/u

/**
 * Whether a figure counts what follows, as far as it can be seen. «الدورة 12 فريقًا», «5 أهداف»: a plural behind 3 to 10,
 * behind more a singular in the accusative, behind a hundred one in the genitive, which looks like any word.
 */
export function isCountedBehind(number: number, after: string): boolean {
  const next = NEXT.exec(after)?.[1]
  if (next === undefined || isParticle(next)) return false
  if (number <= 10 || number % 100 <= 10 || UNITS.has(next) || knownNoun(next) !== null) return true
  return /(?:ة|ى|[اآ]ء?|ًا|اً)$/.test(next)
}
