import {
  cardinal,
  counted,
  decimal,
  dual,
  MOST_SPOKEN,
  type NumberForm,
  only,
  spell,
} from './arabic-numbers.ts'
import { formAfter, type Unit } from './counted-noun.ts'

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

/** A written number with its noun and what follows that: «خمسة كيلومترات مربّعة», «سبع درجات ونصف». */
export function sayQuantity(amount: string, unit: Unit, isOblique: boolean): string {
  const [sign, digits] = signAndDigits(amount)
  const [whole = '', fraction] = digits.split('.')
  const number = Number(whole)
  const tail = sayTail(unit, number, fraction === undefined, isOblique)
  if (fraction === undefined) {
    /* «كيلومتر مربّع واحد», but «كيلومتر واحد في الساعة». */
    if (number === 1 && typeof unit.tail === 'object') return `${sign}${unit.one}${tail} ${only(unit.gender)}`
    return sign + counted(number, unit, isOblique) + tail
  }
  if (/^0\.50*$/.test(digits)) return `${sign}نصف ${unit.one}${tail}`
  if (isHalf(digits)) return sign + sayWithHalf(unit, number, isOblique)
  return `${sign}${decimal(number, fraction, { gender: unit.gender, isOblique })} ${formAfter(unit, number)}${tail}`
}

/** Whether a written number ends with a half: 7.5. */
export const isHalf = (amount: string) => /^(?!0\d)[\d,]+\.50*$/.test(amount)

function sayWithHalf(unit: Unit, number: number, isOblique: boolean): string {
  const noun = number === 1 ? unit.one : counted(number, unit, isOblique)
  const tail = sayTail(unit, number, true, isOblique)
  return typeof unit.tail === 'string' ? `${noun} ونصف${tail}` : `${noun}${tail} ونصف`
}

/* An adjective follows its noun in number and case; «في الساعة» stays. */
function sayTail({ tail }: Unit, number: number, isWhole: boolean, isOblique: boolean): string {
  if (tail === undefined) return ''
  if (typeof tail === 'string') return ` ${tail}`
  return ` ${isWhole && number % 100 === 2 ? dual(tail.two, isOblique) : formAfter(tail, number)}`
}

function signAndDigits(amount: string): [sign: string, digits: string] {
  return [saySign(amount), amount.replace(/^[-−+]/, '').replaceAll(',', '')]
}

/** «ناقص», «زائد», or nothing. */
export function saySign(amount: string): string {
  if (/^[-−]/.test(amount)) return 'ناقص '
  return amount.startsWith('+') ? 'زائد ' : ''
}
