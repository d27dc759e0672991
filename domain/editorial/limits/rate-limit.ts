/** A limit of `most` times in each window of `everyMs`. Windows begin at the same moments for all processes. */
export type RateLimit = { name: string; most: number; everyMs: number }

/** The first millisecond of the window that an instant lies in. */
export function windowAt(everyMs: number, nowMs: number): number {
  return Math.floor(nowMs / everyMs) * everyMs
}
