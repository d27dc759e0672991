import { anyOf } from '#domain/media/audio/spoken-text/figures.ts'
import { rewrite, rule } from '#domain/media/audio/spoken-text/rewrite.ts'
import { counted, ordinal } from './arabic-numbers.ts'
import { HOUR, MINUTE, SECOND } from './counted-nouns.ts'
import { isOblique } from './grammatical-case.ts'
import { joined, START } from './prefixes.ts'
import { linkOf, openingOf } from './ranges.ts'

/* «2:04:35» is a length of time: hours, minutes and seconds. */
const LENGTH = rule(`${START}(\\d{1,2}):([0-5]\\d):([0-5]\\d)(?!\\d|:)`)
/* «الساعة 9» names an hour. */
const NAMED_HOUR = rule('(?<!\\p{L})(و?الساعة\\s)([1-9]|1\\d|2[0-3])(?!\\d|[.,:/-]\\d|\\s?%)')
const CLOCK = String.raw`([01]?\d|2[0-3]):([0-5]\d)(?!\d|:)`
const PART_OF_DAY = anyOf(
  'صباحًا صباحا مساءً مساءا مساء ظهرًا ظهرا عصرًا عصرا ليلًا ليلا فجرًا فجرا بعد قبل'.split(' '),
)
/* «10:30-12:45». */
const FIRST_OF_TWO_TIMES = rule(`${START}${CLOCK}\\s?[-–—]\\s?(?=${CLOCK})`)
const TIME = rule(`${START}${CLOCK}(\\s(?:${PART_OF_DAY})(?!\\p{L}))?`)

/** «14:20», «الساعة 9», and lengths of time. */
export function times(text: string): string {
  return clockTimes(namedHours(lengths(text)))
}

function lengths(text: string): string {
  return rewrite(text, LENGTH, (place, prefix, hours, minutes, seconds) => {
    const parts = (
      [
        [hours, HOUR],
        [minutes, MINUTE],
        [seconds, SECOND],
      ] as const
    ).flatMap(([count, unit]) =>
      Number(count) > 0 ? [counted(Number(count), unit, isOblique(place, prefix, unit.one))] : [],
    )
    return prefix + (parts.join(' و') || 'صفر ثانية')
  })
}

function namedHours(text: string): string {
  return rewrite(text, NAMED_HOUR, (_place, word, hour) => {
    return word + sayTime(Number(hour), 0, true) + (Number(hour) > 12 ? sayPartOfDay(hour) : '')
  })
}

function clockTimes(text: string): string {
  const read = rewrite(text, FIRST_OF_TWO_TIMES, (place, prefix, hour, minute) => {
    return `${openingOf(place, prefix)}${sayTime(Number(hour), Number(minute), true)}${sayPartOfDay(hour)} ${linkOf(place)}`
  })
  return rewrite(read, TIME, (place, prefix, hour, minute, said) => {
    const inCase = isOblique(place, prefix) || /(?:^|\s)[وف]?[بل]?الساعة\s$/.test(place.before)
    return joined(prefix, sayTime(Number(hour), Number(minute), inCase)) + (said ?? sayPartOfDay(hour))
  })
}

/* «5:42» may be in the morning or the evening; «05:42», «12:15» and «14:20» are of a clock of twenty-four hours. */
function sayPartOfDay(hour: string): string {
  return /^0|^1[2-9]|^2/.test(hour) && hour !== '2' ? ` ${partOfDay(Number(hour))}` : ''
}

function sayTime(hour: number, minute: number, isOblique: boolean): string {
  const shown = (minute === 45 ? hour + 1 : hour) % 12 || 12
  return (shown === 1 ? 'الواحدة' : ordinal(shown, 'feminine')) + sayMinutes(minute, isOblique)
}

function sayMinutes(minute: number, isOblique: boolean): string {
  if (minute === 0) return ''
  if (minute === 1) return ' ودقيقة'
  if (minute === 15) return ' والربع'
  if (minute === 30) return ' والنصف'
  return minute === 45 ? ' إلا ربعًا' : ` و${counted(minute, MINUTE, isOblique)}`
}

function partOfDay(hour: number): string {
  if (hour < 4) return 'بعد منتصف الليل'
  if (hour < 12) return 'صباحًا'
  if (hour < 13) return 'ظهرًا'
  return hour < 17 ? 'بعد الظهر' : 'مساءً'
}
