import { releaseLease } from '#domain/editorial/jobs/release-lease.ts'
import { takeLease } from '#domain/editorial/jobs/take-lease.ts'
import { thisProcess } from '#domain/editorial/jobs/this-process.ts'
import { isAnythingDue, publishDue } from '#domain/editorial/publishing/publish-due.ts'
import { log } from '#server/log.ts'
import type { Job } from './start-jobs.ts'

/* When the process that took the lease dies, a publication is late by this much at most. */
const LEASE_MS = 1_000

/** Publishes what is due, four times a second. While nothing is due, it takes no lease and writes nothing. */
export const publishDueJob: Job = {
  name: 'publish-due',
  everyMs: 250,
  run: async (now, signal) => {
    if (!(await isAnythingDue(now))) return
    if (!(await takeLease('publish-due', thisProcess, LEASE_MS, now))) return
    try {
      for (const outcome of await publishDue(now, signal)) {
        const { articleId, dueAt } = outcome
        if (outcome.state === 'done') log.info({ articleId, dueAt }, 'Published as scheduled')
        else log.error({ articleId, dueAt, err: outcome.error }, 'A scheduled article could not be published')
      }
    } finally {
      await releaseLease('publish-due', thisProcess)
    }
  },
}
