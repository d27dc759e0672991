import { refreshMostRead } from '#domain/discovery/readership/refresh-most-read.ts'
import { takeLease } from '#domain/editorial/jobs/take-lease.ts'
import { thisProcess } from '#domain/editorial/jobs/this-process.ts'
import type { Job } from './start-jobs.ts'

const EVERY_MS = 60_000
/* A little less: at its next turn, each process finds it free, and one takes it. */
const LEASE_MS = 55_000

/** Ranks the most read every minute. The lease is left to run out: until then no other process need do it again. */
export const mostReadJob: Job = {
  name: 'most-read',
  everyMs: EVERY_MS,
  run: async now => {
    if (await takeLease('most-read', thisProcess, LEASE_MS, now)) await refreshMostRead(now)
  },
}
