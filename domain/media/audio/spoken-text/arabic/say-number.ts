import { cardinal, counted, decimal, MOST_SPOKEN, type NumberForm, spell } from './arabic-numbers.ts'
import type { CountedNoun } from './counted-noun.ts'

/** A written number in words: −1,234.5. */
export function sayNumber(amount: string, form: NumberForm): string {
  const [sign, digits] = signAndDigits(amount)
  const [whole = '', fraction] = digits.split('.')
  /* Too long for a number, or written as a name: 007. */
  if (Number(whole) > MOST_SPOKEN || /^0\d/.test(whole)) return sign + spell(digits.replace('.', ''))
  return (
    sign + (fraction === undefined ? cardinal(Number(whole), form) : decimal(Number(whole), fraction, form))
  )
}

/** A written number with its noun: «خمسة كيلومترات». */
export function sayQuantity(amount: string, noun: CountedNoun, isOblique: boolean): string {
  const [sign, digits] = signAndDigits(amount)
  const [whole = '', fraction] = digits.split('.')
  if (fraction === undefined) return sign + counted(Number(whole), noun, isOblique)
  const last = Number(whole) % 100
  const form = last >= 3 && last <= 10 ? noun.few : last >= 11 ? noun.many : noun.one
  return `${sign}${decimal(Number(whole), fraction, { gender: noun.gender, isOblique })} ${form}`
}

function signAndDigits(amount: string): [sign: string, digits: string] {
  return [saySign(amount), amount.replace(/^[-−+]/, '').replaceAll(',', '')]
}

/** «ناقص», «زائد», or nothing. */
export function saySign(amount: string): string {
  if (/^[-−]/.test(amount)) return 'ناقص '
  return amount.startsWith('+') ? 'زائد ' : ''
}
