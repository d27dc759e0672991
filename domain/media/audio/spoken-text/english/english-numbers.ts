import { toCardinal, toOrdinal } from 'n2words/en-GB'
import { numericValue } from '#domain/media/audio/spoken-text/figures.ts'

/** A figure of a word or number begins nothing. */
export const START = String.raw`(?<![\p{L}\p{N}.,])`

export const words = (number: number) => toCardinal(number)
export const nth = (number: number) => toOrdinal(number)

/** Digits one by one, as of a telephone number. */
export const spell = (digits: string) => [...digits].map(digit => words(Number(digit))).join(' ')

/** «minus », «plus », or nothing. */
export function saySign(sign: string): string {
  if (sign === '-' || sign === '−') return 'minus '
  return sign === '+' ? 'plus ' : ''
}

/** A written number in words: 1,234.5. */
export function sayNumber(amount: string): string {
  const [whole = '', fraction] = amount.replaceAll(',', '').split('.')
  /* Too long for a number, or written as a name: 007. */
  if (whole.length > 15 || /^0\d/.test(whole)) return spell(whole + (fraction ?? ''))
  return fraction === undefined ? words(Number(whole)) : `${words(Number(whole))} point ${spell(fraction)}`
}

/** A written number with its noun: «one metre», «two metres». */
export function sayQuantity(amount: string, [one, more]: [one: string, more: string]): string {
  return `${sayNumber(amount)} ${numericValue(amount) === 1 ? one : more}`
}

/** «twenty twenty-six», «nineteen oh five», «two thousand and nine». */
export function sayYear(number: number): string {
  const [century, rest] = [Math.floor(number / 100), number % 100]
  if (number < 1100 || number > 2099 || (number >= 2000 && number < 2010)) return words(number)
  if (rest === 0) return `${words(century)} hundred`
  return `${words(century)} ${rest < 10 ? `oh ${words(rest)}` : words(rest)}`
}
