import type { MostRead } from '#db/shapes.ts'

export type Period = keyof MostRead

/** Fewer are no ranking: early in the day, or on the first day of a newsroom. */
const FEWEST_TODAY = 3

/** Which lists are drawn, the one that is seen first at the beginning. */
export function shownPeriods({ today, week }: MostRead): Period[] {
  const periods: Period[] = []
  if (today.length >= FEWEST_TODAY) periods.push('today')
  if (week.length > 0) periods.push('week')
  return periods
}
