import { DAY, MONTH_NUMBER } from '#domain/media/audio/spoken-text/figures.ts'
import { rewrite, rule } from '#domain/media/audio/spoken-text/rewrite.ts'
import { cardinal, ordinal } from './arabic-numbers.ts'
import { END, joined, START } from './prefixes.ts'
import { linkOf, openingOf } from './ranges.ts'

const MONTHS = [
  ['يناير', 'كانون الثاني'],
  ['فبراير', 'شباط'],
  ['مارس', 'آذار'],
  ['أبريل', 'نيسان'],
  ['مايو', 'أيار'],
  ['يونيو', 'حزيران'],
  ['يوليو', 'تموز'],
  ['أغسطس', 'آب'],
  ['سبتمبر', 'أيلول'],
  ['أكتوبر', 'تشرين الأول'],
  ['نوفمبر', 'تشرين الثاني'],
  ['ديسمبر', 'كانون الأول'],
]
const HIJRI =
  'محرم|صفر|ربيع الأول|ربيع الآخر|جمادى الأولى|جمادى الآخرة|رجب|شعبان|رمضان|شوال|ذي القعدة|ذو القعدة|ذي الحجة|ذو الحجة'
const MONTH = `${MONTHS.flat().join('|')}|إبريل|${HIJRI}`

const YEAR_FIRST = rule(`${START}(\\d{4})[-/](${MONTH_NUMBER})[-/](${DAY})${END}`)
const DAY_FIRST = rule(`${START}(${DAY})[-/.](${MONTH_NUMBER})[-/.](\\d{4})${END}`)
/* «10-12 مايو», «بين 10 و15 مايو»: the month belongs to both days. */
const FIRST_OF_TWO_DAYS = rule(
  `${START}(${DAY})(\\s?[-–—]\\s?|\\s(?:و|أو\\s|إلى\\s|حتى\\s))(?=(?:${DAY})\\s(?:من\\s)?(?:${MONTH})(?!\\p{L}))`,
)
const DAY_AND_MONTH = rule(
  `${START}(${DAY})\\s(?:من\\s)?(${MONTH})(\\/(?:${MONTH}))?(?:\\s(\\d{4}))?(?!\\p{L})`,
)
const MONTH_AND_YEAR = rule(`(${MONTH})(\\/(?:${MONTH}))?\\s(\\d{4})(?!\\p{L}|\\d)`)

/** «22/2/2025», «22 شباط/فبراير 2025». */
export function dates(text: string): string {
  let read = rewrite(text, YEAR_FIRST, (_place, prefix, y, m, d) => sayDate(prefix, d, m, y))
  read = rewrite(read, DAY_FIRST, (_place, prefix, d, m, y) => sayDate(prefix, d, m, y))
  read = rewrite(read, FIRST_OF_TWO_DAYS, (place, prefix, d, between) =>
    /[-–—]/.test(between)
      ? `${openingOf(place, prefix)}${sayDay(d)} ${linkOf(place)}`
      : `${joined(prefix, sayDay(d))}${between}`,
  )
  read = rewrite(read, DAY_AND_MONTH, (_place, prefix, d, month, _other, y) => {
    const inYear = y === undefined ? '' : ` ${sayYear(y)}`
    return `${joined(prefix, sayDay(d))} من ${month}${inYear}`
  })
  return rewrite(read, MONTH_AND_YEAR, (_place, month, _other, y) => `${month} ${sayYear(y)}`)
}

function sayDate(prefix: string, d: string, m: string, y: string): string {
  return `${joined(prefix, sayDay(d))} من ${MONTHS[Number(m) - 1]?.[0]} ${sayYear(y)}`
}

const sayDay = (day: string) => ordinal(Number(day), 'masculine', true)
const sayYear = (year: string) => cardinal(Number(year), { gender: 'masculine', isOblique: true })
