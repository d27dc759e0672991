import { type Place, rewrite, rule } from '#domain/media/audio/spoken-text/rewrite.ts'
import { START, sayYear, words } from './english-numbers.ts'

const DECADE = rule(`${START}(1[1-9]\\d0|20\\d0)s(?!\\p{L})`)
const SHORT_DECADE = rule(`${START}'?(\\d0)s(?!\\p{L})`)
/* Thousands have a comma; four figures without one are a year, unless they count what follows. */
const YEAR = rule(`${START}(1[1-9]\\d\\d|20\\d\\d)(?![\\d,.]\\d|\\d|\\p{L})`)

/** «2026», «the 1990s». */
export function years(text: string): string {
  let read = rewrite(text, DECADE, (_place, number) => sayDecade(Number(number)))
  read = rewrite(read, SHORT_DECADE, (_place, number) => plural(words(Number(number))))
  return rewrite(read, YEAR, (place, number) =>
    isCounting(Number(number), place) ? place.match : sayYear(Number(number)),
  )
}

const COUNTED =
  'metres|kilometres|miles|feet|tonnes|tons|litres|hectares|acres|people|seats|tickets|jobs|homes|rooms|beds|words|pages|copies|guests|visitors|passengers|students|workers|employees|soldiers|troops|dollars|euros|pounds'
const COUNTS_THINGS = new RegExp(
  `^\\s(?:${COUNTED})(?!\\p{L})|^-(?:seat|metre|mile|page|bed|room|word|strong)(?!\\p{L})`,
  'u',
)
const AFTER_YEAR_WORD =
  /(?:^|[\s(])(?:in|since|by|from|until|till|before|after|during|of|to|between|around|circa|year|early|late|mid)\s$/i

/* «1250 seats», but «in 1999 prices doubled», «the 1848 revolutions»: what no list knows is counted only before 1900. */
function isCounting(number: number, { before, after }: Place): boolean {
  if (AFTER_YEAR_WORD.test(before)) return false
  const isBehindThe = /(?:^|\s)the\s$/i.test(before)
  if (COUNTS_THINGS.test(after)) return !isBehindThe || number < 1900
  return number < 1900 && !isBehindThe && /^\s\p{Ll}+s(?!\p{L})/u.test(after)
}

function sayDecade(number: number): string {
  if (number === 2000) return 'two thousands'
  const rest = number % 100
  return rest === 0
    ? `${words(number / 100)} hundreds`
    : `${words(Math.floor(number / 100))} ${plural(words(rest))}`
}

const plural = (word: string) => (word.endsWith('y') ? `${word.slice(0, -1)}ies` : `${word}s`)
