const HOUR_MS = 60 * 60 * 1000

/** The start of the hour, which is the unit in which reads are counted. */
export function hourOf(at: Date): Date {
  return new Date(Math.floor(at.getTime() / HOUR_MS) * HOUR_MS)
}

/** The hours that began within the last `count` hours, the current one included, newest first. */
export function lastHours(count: number, now: Date): Date[] {
  const running = hourOf(now).getTime()
  return Array.from({ length: count }, (_, index) => new Date(running - index * HOUR_MS))
}
