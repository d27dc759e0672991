import { rewrite, rule } from '#domain/media/audio/spoken-text/rewrite.ts'
import { START, words } from './english-numbers.ts'
import { beginsSentence } from './sentences.ts'

const HALF = String.raw`\s?(?:[Aa]\.?[Mm]\.?|[Pp]\.?[Mm]\.?)(?!\p{L})`
const HOUR = String.raw`[01]?\d|2[0-3]`
const MINUTE = String.raw`[0-5]\d(?!\d|[:.]\d|%)`
/* «10:30-12:45», «9am–5pm», «5-6pm»: a time follows. */
const FIRST_OF_TWO = rule(
  `${START}(${HOUR})(?:[:.]([0-5]\\d))?(${HALF})?\\s?[-–—]\\s?(?=(?:${HOUR})(?::${MINUTE}|(?:[:.]${MINUTE})?${HALF}))`,
)
const WITH_MINUTES = rule(`${START}(${HOUR})[:.](${MINUTE})(${HALF})?(?!\\p{L})`)
const WITHOUT_MINUTES = rule(`${START}(1[0-2]|[1-9])(${HALF})`)

/** «14:20», «9.30 p.m.», «5pm». */
export function times(text: string): string {
  let read = rewrite(text, FIRST_OF_TWO, ({ before }, hour, minute, half) => {
    const time = minute === undefined ? words(Number(hour)) : sayTime(Number(hour), Number(minute))
    return `${time}${sayHalf(half)} ${/[Bb]etween\s$/.test(before) ? 'and' : 'to'} `
  })
  read = rewrite(read, WITH_MINUTES, ({ match, after }, hour, minute, half) => {
    /* A point divides hours from minutes only before a.m. and p.m.; elsewhere it is a decimal. */
    if (!match.includes(':') && half === undefined) return match
    return sayTime(Number(hour), Number(minute)) + sayHalf(half, after)
  })
  return rewrite(read, WITHOUT_MINUTES, ({ after }, hour, half) => words(Number(hour)) + sayHalf(half, after))
}

/* The point of «p.m.» may end a sentence too. */
function sayHalf(half: string | undefined, after?: string): string {
  if (half === undefined) return ''
  const stop = half.endsWith('.') && after !== undefined && beginsSentence(after) ? '.' : ''
  return (/a/i.test(half) ? ' a m' : ' p m') + stop
}

function sayTime(hour: number, minute: number): string {
  if (hour === 0 && minute === 0) return 'midnight'
  if (hour === 12 && minute === 0) return 'noon'
  if (minute === 0) return hour > 12 ? `${words(hour)} hundred hours` : `${words(hour)} o'clock`
  return `${hour === 0 ? 'zero' : words(hour)} ${minute < 10 ? `oh ${words(minute)}` : words(minute)}`
}
