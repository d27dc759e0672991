import { anyOf, NUMBER, numericValue } from '#domain/media/audio/spoken-text/figures.ts'
import { rewrite, rule } from '#domain/media/audio/spoken-text/rewrite.ts'
import { CURRENCIES } from './currencies.ts'
import { START, sayNumber, words } from './english-numbers.ts'
import { SCALE, sayScale } from './scales.ts'

const SIGN = anyOf(CURRENCIES.keys())

const SIGN_FIRST = rule(`(?<![\\p{L}\\p{N}])(${SIGN})\\s?(${NUMBER})(?:\\s?(${SCALE})(?!\\p{L}))?`)
/* «a $10-million deal»: an adjective, in the singular. */
const ADJECTIVE = rule(`(?<![\\p{L}\\p{N}])(${SIGN})(${NUMBER})-(${SCALE})(?!\\p{L})`)
const SIGN_LAST = rule(`${START}(${NUMBER})(?:\\s?(${SCALE}))?\\s?(${SIGN})(?!\\p{L})`)

/** «$5», «€1.2bn», «20 SAR». */
export function money(text: string): string {
  let read = rewrite(text, ADJECTIVE, (_place, sign, amount, scale) => {
    return `${sayNumber(amount)}-${sayScale(scale)}-${CURRENCIES.get(sign)?.[0]}`
  })
  read = rewrite(read, SIGN_FIRST, (_place, sign, amount, scale) => saySum(amount, scale, sign))
  return rewrite(read, SIGN_LAST, (_place, amount, scale, sign) => saySum(amount, scale, sign))
}

function saySum(amount: string, scale: string | undefined, sign: string): string {
  const [one, more] = CURRENCIES.get(sign) ?? ['', '']
  const [, whole, cents] = /^([\d,]+)\.(\d{2})$/.exec(amount) ?? []
  const isSmall = scale === undefined && /[$€£]/.test(sign)
  if (whole && cents && isSmall)
    return `${sayNumber(whole)} ${numericValue(whole) === 1 ? one : more}${sayCents(Number(cents), sign)}`
  const inWords = scale === undefined ? sayNumber(amount) : `${sayNumber(amount)} ${sayScale(scale)}`
  return `${inWords} ${numericValue(amount) === 1 && scale === undefined ? one : more}`
}

function sayCents(cents: number, sign: string): string {
  if (cents === 0) return ''
  const [one, more] = sign === '£' ? ['penny', 'pence'] : ['cent', 'cents']
  return ` and ${words(cents)} ${cents === 1 ? one : more}`
}
