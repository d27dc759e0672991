const HOUR_MS = 60 * 60 * 1000

/** The first moment of the hour, in which reads are counted together. */
export function hourOf(at: Date): Date {
  return new Date(Math.floor(at.getTime() / HOUR_MS) * HOUR_MS)
}

/** The hours that began within the last `count` hours, the running one included; the newest first. */
export function lastHours(count: number, now: Date): Date[] {
  const running = hourOf(now).getTime()
  return Array.from({ length: count }, (_, index) => new Date(running - index * HOUR_MS))
}
