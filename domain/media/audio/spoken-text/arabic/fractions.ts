import { type Place, rewrite, rule } from '#domain/media/audio/spoken-text/rewrite.ts'
import { dual } from './arabic-numbers.ts'
import { isOblique } from './grammatical-case.ts'
import { END, START } from './prefixes.ts'
import { sayNumber } from './say-number.ts'

const FRACTIONS = new Map([
  ['½', 'نصف'],
  ['1/2', 'نصف'],
  ['⅓', 'ثلث'],
  ['1/3', 'ثلث'],
  ['⅔', 'ثلثان'],
  ['2/3', 'ثلثان'],
  ['¼', 'ربع'],
  ['1/4', 'ربع'],
  ['¾', 'ثلاثة أرباع'],
  ['3/4', 'ثلاثة أرباع'],
])

const MIXED = rule(`${START}(\\d+)\\s?([½⅓⅔¼¾])`)
const ALONE = rule('(و?[بلك]?)([½⅓⅔¼¾])')
const WRITTEN_OUT = rule(`${START}([123]\\/[234])${END}(?!\\/)`)
const SEASON = rule(`${START}((?:19|20)\\d\\d)\\/((?:19|20)?\\d\\d)${END}(?!\\/)`)
const OVER = rule(`${START}(\\d+)\\/(\\d+)${END}(?!\\/)`)

/** «½», «3/4», and the season «2025/26». */
export function fractions(text: string): string {
  let read = rewrite(text, MIXED, (_place, prefix, whole, sign) => {
    return `${prefix}${sayNumber(whole, { gender: 'masculine' })} و${FRACTIONS.get(sign)}`
  })
  read = rewrite(read, ALONE, sayPart)
  read = rewrite(read, WRITTEN_OUT, sayPart)
  read = rewrite(read, SEASON, (_place, prefix, first, second) => {
    const form = { gender: 'masculine', isOblique: true } as const
    return `${prefix}${sayNumber(first, form)} ${sayNumber(second, form)}`
  })
  return rewrite(read, OVER, (_place, prefix, over, under) => {
    const below = sayNumber(under, { gender: 'masculine', isOblique: true })
    return `${prefix}${sayNumber(over, { gender: 'masculine' })} على ${below}`
  })
}

/* «ثلثان», and before what is divided «ثلثا الأصوات», «على ثلثي الأصوات». */
function sayPart(place: Place, prefix = '', sign = ''): string {
  const part = FRACTIONS.get(sign)
  if (!part?.endsWith('ان')) return part ? prefix + part : place.match
  return (
    prefix +
    dual(part, isOblique(place, prefix), /^\s(?:ال|هذ|\p{L}+(?:ه|ها|هم)(?!\p{L}))/u.test(place.after))
  )
}
