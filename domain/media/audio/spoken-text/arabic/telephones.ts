import { rewrite, rule } from '#domain/media/audio/spoken-text/rewrite.ts'
import { spell } from './arabic-numbers.ts'

/* A separator stands between two digits, and a number has an end: a long row of digits is tried in one way only. */
const DIGITS = String.raw`(?:[\s/-]?\d){4,17}`
const TELEPHONE = rule(
  [
    String.raw`(?<![\p{L}\p{N}.,:/-])\d{2,3}-\d{3}-?\d{3,4}(?![\d%-])`,
    String.raw`(?<![\p{L}\p{N}.,])(?:\+|00)\d{1,3}${DIGITS}(?![\d%])`,
    String.raw`(?<![\p{L}\p{N}.,])0\d${DIGITS}(?![\d%]|\.\d)`,
    String.raw`(?<=(?:هاتف|تلفون|تليفون|جوال|موبايل|فاكس|واتساب)(?:\sرقم)?\s?:?\s?)\d(?:[\s/-]?\d){4,14}(?![\d%]|[.,]\d)`,
  ].join('|'),
)

/** «+971 4 123 4567», «هاتف 1234567», digit by digit. */
export function telephones(text: string): string {
  return rewrite(text, TELEPHONE, ({ match }) => sayTelephone(match))
}

function sayTelephone(number: string): string {
  return (number.startsWith('+') ? 'زائد ' : '') + spell(number.replace(/\D/g, ''))
}
