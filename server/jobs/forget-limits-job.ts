import { forgetTimes } from '#db/queries/rate-limits.ts'
import { write } from '#db/write.ts'
import type { Job } from './start-jobs.ts'

const HOUR_MS = 60 * 60 * 1000
/* After a day, the names in these rows identify nobody any more. */
const KEPT_MS = 24 * HOUR_MS

/** Deletes the counts of rate limits that can limit nobody any more. */
export const forgetLimitsJob: Job = {
  name: 'forget-limits',
  everyMs: HOUR_MS,
  run: now => write(tx => forgetTimes(tx, new Date(now.getTime() - KEPT_MS), now)),
}
