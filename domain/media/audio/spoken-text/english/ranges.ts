import { anyOf, NUMBER, numericValue } from '#domain/media/audio/spoken-text/figures.ts'
import { type Place, rewrite, rule } from '#domain/media/audio/spoken-text/rewrite.ts'
import { CURRENCIES } from './currencies.ts'
import { START, sayNumber, sayYear, words } from './english-numbers.ts'
import { UNITS } from './measures.ts'

const SIGN = anyOf(CURRENCIES.keys())

/* «$5-10 million», «5-10%», «5–7 km»: the last figure keeps its sign. */
const FIRST_OF_SUMS = rule(`(?<![\\p{L}\\p{N}])(${SIGN})\\s?(${NUMBER})\\s?[-–]\\s?(?:${SIGN})?(?=${NUMBER})`)
const FIRST_OF_MEASURES = rule(
  `${START}(${NUMBER})\\s?[-–]\\s?(?=(?:${NUMBER})\\s?(?:${anyOf(['%', '‰', ...UNITS.keys()])})(?![\\p{L}\\p{N}]))`,
)

/** The first figure of «$5-10 million», «5-10%». */
export function measureRanges(text: string): string {
  const read = rewrite(
    text,
    FIRST_OF_SUMS,
    (place, sign, from) => `${sayNumber(from)} ${linkOf(place)} ${sign}`,
  )
  return rewrite(read, FIRST_OF_MEASURES, (place, from) => `${sayNumber(from)} ${linkOf(place)} `)
}

const linkOf = ({ before }: Place) => (/[Bb]etween\s$/.test(before) ? 'and' : 'to')

const TWO_FIGURES = rule(`${START}(${NUMBER})\\s?([-–—])\\s?(${NUMBER})(?![\\d–/-])(?=(\\s\\p{L}+)?)`)

/** «3-1» of a match, «10–12 hours», «2019–21». */
export function scoresAndRanges(text: string): string {
  return rewrite(text, TWO_FIGURES, (place, from, dash, to, next) => {
    const isYears = /^\d{4}$/.test(from) && /^(?:\d{2}|\d{4})$/.test(to)
    if (isYears)
      return `${sayYear(Number(from))} to ${to.length === 2 ? words(Number(to)) : sayYear(Number(to))}`
    const isScore =
      dash === '-' && numericValue(from) < 200 && numericValue(to) < 200 && !/s$/.test(next ?? '')
    return `${sayNumber(from)} ${isScore ? 'to' : linkOf(place)} ${sayNumber(to)}`
  })
}
