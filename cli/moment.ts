import { InvalidArgumentError } from 'commander'
import { parseSeedTime, resolveTime } from '#domain/transfer/seeding/seed-time.ts'
import { clockInstant, formatClock, isoDay } from '#i18n/dates.ts'

const CLOCK_TIME = /^(\d{4})-(\d{2})-(\d{2})[ T](\d{2}):(\d{2})$/

/**
 * Parses the moment given to an option: an instant with its zone, a clock time in the time zone of the site, or a
 * time relative to now, such as `+2h` or `+1d 06:00`.
 */
export function parseMoment(text: string): Date {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] =
    CLOCK_TIME.exec(text)?.slice(1).map(Number) ?? []
  const isOnCalendar = new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day
  if (year > 0 && isOnCalendar && month <= 12 && hour < 24 && minute < 60) {
    return clockInstant({ year, month, day, hour, minute })
  }
  const time = parseSeedTime(text)
  if (time) return resolveTime(time, new Date())
  throw new InvalidArgumentError(
    'Write "2026-11-30 06:00" in the site\'s time zone, 2026-11-30T06:00:00Z, or +2h from now.',
  )
}

/** `2026-11-30 06:00` in the time zone of the site; the output names the zone once. */
export function momentText(at: Date): string {
  return `${isoDay(at)} ${formatClock(at)}`
}
