import { rewrite, rule } from '#domain/media/audio/spoken-text/rewrite.ts'
import { counted, ordinal } from './arabic-numbers.ts'
import { HOUR, MINUTE, SECOND } from './counted-nouns.ts'
import { isOblique } from './grammatical-case.ts'
import { joined, START } from './prefixes.ts'

/* «2:04:35» is a length of time: hours, minutes and seconds. */
const LENGTH = rule(`${START}(\\d{1,2}):([0-5]\\d):([0-5]\\d)(?!\\d|:)`)
/* «الساعة 9» names an hour. */
const NAMED_HOUR = rule('(?<!\\p{L})(و?الساعة\\s)([1-9]|1\\d|2[0-3])(?!\\d|[.,:/-]\\d|\\s?%)')
const PART_OF_DAY = 'صباحًا|صباحا|مساءً|مساء|ظهرًا|ظهرا|ليلًا|فجرًا|بعد'
const TIME = rule(`${START}([01]?\\d|2[0-3]):([0-5]\\d)(?!\\d|:)(\\s(?:${PART_OF_DAY}))?`)

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
    return word + sayTime(Number(hour), 0, true) + (Number(hour) <= 12 ? '' : ` ${partOfDay(Number(hour))}`)
  })
}

function clockTimes(text: string): string {
  return rewrite(text, TIME, (place, prefix, hour, minute, said) => {
    const time = sayTime(Number(hour), Number(minute), isOblique(place, prefix))
    return joined(prefix, time) + (said ?? ` ${partOfDay(Number(hour))}`)
  })
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
