/** How often somebody may do something. Stretches of time begin at the same moments for all processes. */
export type RateLimit = { name: string; most: number; everyMs: number }

/** The first millisecond of the stretch that an instant lies in. */
export function stretchAt(everyMs: number, nowMs: number): number {
  return Math.floor(nowMs / everyMs) * everyMs
}
