import { rewrite, rule } from '#domain/media/audio/spoken-text/rewrite.ts'
import { START, spell } from './english-numbers.ts'

/* A separator stands between two digits, and a number has an end: a long row of digits is tried in one way only. */
const DIGITS = String.raw`(?:[\s-]?\d){4,17}`
const TELEPHONE = rule(
  [
    String.raw`${START}(?:\+?1[ -])?(?:\(\d{3}\)\s?|\d{3}-)?\d{3}-\d{4}(?![\d%-])`,
    String.raw`${START}(?:\+|00)\d{1,3}${DIGITS}(?![\d%])`,
    String.raw`${START}0\d${DIGITS}(?![\d%]|\.\d)`,
  ].join('|'),
)

/** «+971 4 123 4567», «(555) 123-4567», digit by digit. */
export function telephones(text: string): string {
  return rewrite(text, TELEPHONE, ({ match }) => {
    return (match.startsWith('+') ? 'plus ' : '') + spell(match.replace(/\D/g, ''))
  })
}
