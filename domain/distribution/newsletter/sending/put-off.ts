const MINUTE_MS = 60_000
const FIRST_MS = 5 * MINUTE_MS
const MOST_ATTEMPTS = 9

/**
 * The moment at which a message that the server did not take is tried again: after 5 minutes, and each time after twice as
 * long; null after the last attempt, some 21 hours later.
 */
export function nextAttempt(attempts: number, now: Date): Date | null {
  return attempts >= MOST_ATTEMPTS ? null : new Date(now.getTime() + FIRST_MS * 2 ** (attempts - 1))
}
