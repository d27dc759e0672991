import { refreshMostRead } from '#domain/discovery/readership/refresh-most-read.ts'
import { takeLease } from '#domain/editorial/jobs/take-lease.ts'
import { thisProcess } from '#domain/editorial/jobs/this-process.ts'
import type { Job } from './start-jobs.ts'

const EVERY_MS = 60_000
/* A little less than the pause, so that the lease is free again when the processes next ask for it. */
const LEASE_MS = 55_000

/**
 * Ranks the most read every minute. The lease is not released: until it runs out, no other process need do the same.
 */
export const mostReadJob: Job = {
  name: 'most-read',
  everyMs: EVERY_MS,
  run: async now => {
    if (await takeLease('most-read', thisProcess, LEASE_MS, now)) await refreshMostRead(now)
  },
}
