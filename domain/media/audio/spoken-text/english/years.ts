import { rewrite, rule } from '#domain/media/audio/spoken-text/rewrite.ts'
import { START, sayYear, words } from './english-numbers.ts'

const DECADE = rule(`${START}(1[1-9]\\d0|20\\d0)s(?!\\p{L})`)
const SHORT_DECADE = rule(`${START}'?(\\d0)s(?!\\p{L})`)
/* Thousands have a comma; four figures without one are a year. */
const YEAR = rule(
  `${START}(1[1-9]\\d\\d|20\\d\\d)(?![\\d,.]\\d|\\d|\\p{L}|\\s(?:metres|kilometres|people|miles|feet|tonnes|tons))`,
)

/** «2026», «the 1990s». */
export function years(text: string): string {
  let read = rewrite(text, DECADE, (_place, number) => sayDecade(Number(number)))
  read = rewrite(read, SHORT_DECADE, (_place, number) => plural(words(Number(number))))
  return rewrite(read, YEAR, (_place, number) => sayYear(Number(number)))
}

function sayDecade(number: number): string {
  if (number === 2000) return 'two thousands'
  const rest = number % 100
  return rest === 0
    ? `${words(number / 100)} hundreds`
    : `${words(Math.floor(number / 100))} ${plural(words(rest))}`
}

const plural = (word: string) => (word.endsWith('y') ? `${word.slice(0, -1)}ies` : `${word}s`)
