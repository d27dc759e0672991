import { rewrite, rule } from '#domain/media/audio/spoken-text/rewrite.ts'
import { START, words } from './english-numbers.ts'

const TIME = rule(
  `${START}(([01]?\\d|2[0-3])[:.]([0-5]\\d)(?!\\d|[:.]\\d|%)(\\s?(?:a\\.?m\\.?|p\\.?m\\.?))?)(?!\\p{L})`,
)

/** «14:20», «9.30 p.m.». */
export function times(text: string): string {
  return rewrite(text, TIME, (_place, written, hour, minute, half) => {
    /* A point divides hours from minutes only before a.m. and p.m.; elsewhere it is a decimal. */
    if (!written.includes(':') && half === undefined) return written
    return sayTime(Number(hour), Number(minute)) + sayHalf(half)
  })
}

function sayHalf(half: string | undefined): string {
  if (half === undefined) return ''
  return /a/i.test(half) ? ' a m' : ' p m'
}

function sayTime(hour: number, minute: number): string {
  if (hour === 0 && minute === 0) return 'midnight'
  if (hour === 12 && minute === 0) return 'noon'
  if (minute === 0) return hour > 12 ? `${words(hour)} hundred hours` : `${words(hour)} o'clock`
  return `${hour === 0 ? 'zero' : words(hour)} ${minute < 10 ? `oh ${words(minute)}` : words(minute)}`
}
