import { formatter } from './date-formatter.ts'

export type DayParts = { year: number; month: number; day: number; hour: number; minute: number }

/** The calendar day and clock time of an instant in a time zone. */
export function partsIn(timeZone: string, at: Date): DayParts {
  const parts = formatter('en-u-nu-latn-ca-gregory', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  }).formatToParts(at)
  const value = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find(part => part.type === type)?.value)
  return {
    year: value('year'),
    month: value('month'),
    day: value('day'),
    hour: value('hour'),
    minute: value('minute'),
  }
}

/** The instant of a clock time in a time zone; a time that a clock change skips moves to the next that exists. */
export function instantIn(timeZone: string, parts: DayParts): Date {
  const target = Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute)
  let guess = target
  /* Two rounds: the offset at the guess may differ from the one at the answer when a clock change lies between. */
  for (let round = 0; round < 2; round++) {
    const seen = partsIn(timeZone, new Date(guess))
    guess += target - Date.UTC(seen.year, seen.month - 1, seen.day, seen.hour, seen.minute)
  }
  return new Date(guess)
}
