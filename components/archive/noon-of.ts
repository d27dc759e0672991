/** Noon UTC of a calendar day: in time zones less than 12 hours from UTC, this instant is on that day. */
export function noonOf(year: number, month: number, day: number): Date {
  return new Date(Date.UTC(year, month - 1, day, 12))
}
