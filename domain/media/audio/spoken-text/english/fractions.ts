import { rewrite, rule } from '#domain/media/audio/spoken-text/rewrite.ts'
import { START, sayNumber, sayYear } from './english-numbers.ts'

const FRACTIONS = new Map([
  ['½', 'a half'],
  ['1/2', 'a half'],
  ['⅓', 'a third'],
  ['1/3', 'a third'],
  ['⅔', 'two thirds'],
  ['2/3', 'two thirds'],
  ['¼', 'a quarter'],
  ['1/4', 'a quarter'],
  ['¾', 'three quarters'],
  ['3/4', 'three quarters'],
])

const MIXED = rule(`${START}(\\d+)\\s?([½⅓⅔¼¾])`)
const WRITTEN_OUT = rule(`${START}([123]/[234])(?![\\d/])`)
const SEASON = rule(`${START}((?:19|20)\\d\\d)/((?:19|20)?\\d\\d)(?![\\d/])`)
const OVER = rule(`${START}(\\d+)/(\\d+)(?![\\d/])`)

/** «½», «3/4», and the season «2025/26». */
export function fractions(text: string): string {
  let read = rewrite(text, MIXED, (_place, whole, sign) => `${sayNumber(whole)} and ${FRACTIONS.get(sign)}`)
  read = read.replace(/[½⅓⅔¼¾]/g, sign => FRACTIONS.get(sign) ?? sign)
  read = rewrite(read, WRITTEN_OUT, (_place, sign) => FRACTIONS.get(sign) ?? sign)
  read = rewrite(read, SEASON, (_place, first, second) => {
    return `${sayYear(Number(first))} ${sayYear(Number(second))}`
  })
  return rewrite(read, OVER, (_place, over, under) => `${sayNumber(over)} over ${sayNumber(under)}`)
}
