import { DAY, MONTH_NUMBER } from '#domain/media/audio/spoken-text/figures.ts'
import { rewrite, rule } from '#domain/media/audio/spoken-text/rewrite.ts'
import { nth, START, sayYear } from './english-numbers.ts'

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
]
const MONTH = `${MONTHS.join('|')}|Jan\\.?|Feb\\.?|Mar\\.?|Apr\\.?|Jun\\.?|Jul\\.?|Aug\\.?|Sept?\\.?|Oct\\.?|Nov\\.?|Dec\\.?`

const YEAR_FIRST = rule(`${START}(\\d{4})-(${MONTH_NUMBER})-(${DAY})(?!\\d)`)
const DAY_FIRST = rule(`${START}(${DAY})/(${MONTH_NUMBER})/(\\d{4})(?!\\d)`)
/* «10-12 May», «May 10-12»: the month belongs to both days. */
const FIRST_OF_TWO_DAYS = rule(`${START}(${DAY})\\s?[-–]\\s?(?=(?:${DAY})\\s(?:${MONTH})(?!\\p{L}))`)
const MONTH_AND_TWO_DAYS = rule(`(?<!\\p{L})(${MONTH})\\s(${DAY})[-–](${DAY})(?![\\d:%-])`)
const DAY_AND_MONTH = rule(
  `${START}(${DAY})(?:st|nd|rd|th)?\\s(?:of\\s)?(${MONTH})(?:,?\\s(\\d{4})(?!\\d))?(?!\\p{L})`,
)
const MONTH_AND_DAY = rule(
  `(?<!\\p{L})(${MONTH})\\s(${DAY})(?:st|nd|rd|th)?(?![\\d:%])(?:,?\\s(\\d{4})(?!\\d))?`,
)
const MONTH_AND_YEAR = rule(`(?<!\\p{L})(${MONTHS.join('|')})\\s(\\d{4})(?!\\d)`)

/** «22/2/2025», «22 February 2025», «February 22, 2025». */
export function dates(text: string): string {
  let read = rewrite(text, YEAR_FIRST, (_place, y, m, d) => sayDate(d, m, y))
  read = rewrite(read, DAY_FIRST, (_place, d, m, y) => sayDate(d, m, y))
  read = rewrite(read, FIRST_OF_TWO_DAYS, (_place, d) => `the ${nth(Number(d))} to `)
  read = rewrite(read, MONTH_AND_TWO_DAYS, (_place, month, from, to) => {
    return `${monthOf(month)} the ${nth(Number(from))} to the ${nth(Number(to))}`
  })
  read = rewrite(read, DAY_AND_MONTH, (_place, d, month, y) => {
    return `the ${nth(Number(d))} of ${monthOf(month)}${y === undefined ? '' : ` ${sayYear(Number(y))}`}`
  })
  read = rewrite(read, MONTH_AND_DAY, (_place, month, d, y) => {
    return `${monthOf(month)} the ${nth(Number(d))}${y === undefined ? '' : `, ${sayYear(Number(y))}`}`
  })
  return rewrite(read, MONTH_AND_YEAR, (_place, month, y) => `${month} ${sayYear(Number(y))}`)
}

function sayDate(d: string, m: string, y: string): string {
  return `the ${nth(Number(d))} of ${MONTHS[Number(m) - 1]}, ${sayYear(Number(y))}`
}

const monthOf = (name: string) => MONTHS.find(month => month.startsWith(name.slice(0, 3))) ?? name
