import { addTimes } from '#db/queries/rate-limits.ts'
import { type Tx, write } from '#db/write.ts'
import { pseudonymsOfToday } from './client-pseudonyms.ts'
import { type RateLimit, windowAt } from './rate-limit.ts'

export type Attempt = { isAllowed: boolean; retryAfterMs: number }

/**
 * Counts an attempt and answers whether it is allowed: exact for all processes and machines together, at the cost of one
 * write each. It is for rare attempts that matter, such as logging in: `takeAttempt({ name: 'log-in', most: 10,
 * everyMs: 900_000 }, address)`. Refused attempts count too. Around the end of a window, and around midnight (UTC), up to
 * twice as many are allowed.
 */
export function takeAttempt(limit: RateLimit, who: string, now = new Date()): Promise<Attempt> {
  return write(tx => takeAttemptIn(tx, limit, who, now))
}

/** The same within a transaction. */
export async function takeAttemptIn(
  tx: Tx,
  { name, most, everyMs }: RateLimit,
  who: string,
  now: Date,
): Promise<Attempt> {
  const since = windowAt(everyMs, now.getTime())
  const pseudonymOf = await pseudonymsOfToday(tx, now)
  const counted = { name, who: pseudonymOf(who), since: new Date(since), times: 1 }
  const times = (await addTimes(tx, [counted])).get(counted.who) ?? 1
  const isAllowed = times <= most
  return { isAllowed, retryAfterMs: isAllowed ? 0 : since + everyMs - now.getTime() }
}
