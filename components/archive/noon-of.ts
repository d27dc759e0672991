/** An instant of a calendar day that is on that day in every time zone near the site's. */
export function noonOf(year: number, month: number, day: number): Date {
  return new Date(Date.UTC(year, month - 1, day, 12))
}
