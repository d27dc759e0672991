import type { MostRead } from '#db/shapes.ts'

export type Period = keyof MostRead

/** Fewer stories are no ranking, as early in the day or on a newsroom's first day. */
const FEWEST_TODAY = 3

/** The periods with a list to show; the first one is visible at first. */
export function shownPeriods({ today, week }: MostRead): Period[] {
  const periods: Period[] = []
  if (today.length >= FEWEST_TODAY) periods.push('today')
  if (week.length > 0) periods.push('week')
  return periods
}
