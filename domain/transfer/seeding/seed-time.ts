import { clockInstant, dayParts } from '#i18n/dates.ts'

/** A time in a folder: an instant, or relative to the first seeding of the folder. */
export type SeedTime =
  | { kind: 'instant'; at: Date }
  | { kind: 'offset'; ms: number }
  | { kind: 'day'; days: number; hour: number; minute: number }

export const TIME_FORMS = 'a time such as 2026-11-20T14:20:00Z, -35m, -3h20m, -2d or "-2d 14:20"'

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/
const OFFSET = /^([+-])(?:(\d{1,5})d)?(?:(\d{1,5})h)?(?:(\d{1,5})m)?$/
const DAY = /^([+-])(\d{1,5})d (\d{1,2}):(\d{2})$/
const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** Parses a time; null when the text is not one. */
export function parseSeedTime(text: string): SeedTime | null {
  if (INSTANT.test(text)) {
    const at = new Date(text)
    return Number.isNaN(at.getTime()) ? null : { kind: 'instant', at }
  }
  const offset = text.length > 1 ? OFFSET.exec(text) : null
  if (offset) {
    const [days = 0, hours = 0, minutes = 0] = offset.slice(2).map(count => Number(count ?? 0))
    const ms = days * DAY_MS + hours * HOUR_MS + minutes * MINUTE_MS
    return { kind: 'offset', ms: signed(offset[1], ms) }
  }
  const [, sign, days, hour, minute] = DAY.exec(text) ?? []
  if (Number(hour) > 23 || Number(minute) > 59 || days === undefined) return null
  return { kind: 'day', days: signed(sign, Number(days)), hour: Number(hour), minute: Number(minute) }
}

const signed = (sign: string | undefined, value: number) => (sign === '-' ? -value : value)

/** Resolves a time to an instant; `anchor` is the moment of the first seeding. */
export function resolveTime(time: SeedTime, anchor: Date): Date {
  if (time.kind === 'instant') return time.at
  if (time.kind === 'offset') return new Date(anchor.getTime() + time.ms)
  const { year, month, day } = dayParts(anchor)
  /* Days are calendar days in the time zone of the site, so that a clock change does not shift the hour. */
  const then = new Date(Date.UTC(year, month - 1, day + time.days))
  return clockInstant({
    year: then.getUTCFullYear(),
    month: then.getUTCMonth() + 1,
    day: then.getUTCDate(),
    hour: time.hour,
    minute: time.minute,
  })
}
