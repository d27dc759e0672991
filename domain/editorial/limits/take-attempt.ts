import { addTimes } from '#db/queries/rate-limits.ts'
import { write } from '#db/write.ts'
import { type RateLimit, stretchAt } from './rate-limit.ts'
import { namesOfToday } from './who-it-is.ts'

export type Attempt = { isAllowed: boolean; retryAfterMs: number }

/**
 * Counts an attempt, and says whether it may be made: exact for all processes and machines together, and a write each
 * time. For what is rare and matters, such as logging in: `takeAttempt({ name: 'log-in', most: 10, everyMs: 900_000 },
 * address)`. Refused ones count too. At the turn of two stretches, and at midnight (UTC), twice as many may be made.
 */
export function takeAttempt(limit: RateLimit, who: string, now = new Date()): Promise<Attempt> {
  const { name, most, everyMs } = limit
  const since = stretchAt(everyMs, now.getTime())
  return write(async tx => {
    const nameOf = await namesOfToday(tx, now)
    const counted = { name, who: nameOf(who), since: new Date(since), times: 1 }
    const times = (await addTimes(tx, [counted])).get(counted.who) ?? 1
    const isAllowed = times <= most
    return { isAllowed, retryAfterMs: isAllowed ? 0 : since + everyMs - now.getTime() }
  })
}
