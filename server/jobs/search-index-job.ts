import { isIndexComplete, rebuildIndex } from '#domain/discovery/search/indexing/rebuild-index.ts'
import { takeLease } from '#domain/editorial/jobs/take-lease.ts'
import { thisProcess } from '#domain/editorial/jobs/this-process.ts'
import { log } from '#server/log.ts'
import type { Job } from './start-jobs.ts'

const EVERY_MS = 30_000
/* The work stops before the lease ends and another process may begin. */
const LEASE_MS = 60_000
const WORKS_MS = 50_000

/** Builds the search index where it is missing or was built by another version of the program, a minute at a time. */
export const searchIndexJob: Job = {
  name: 'search-index',
  everyMs: EVERY_MS,
  run: async (now, signal) => {
    if (await isIndexComplete()) return
    if (!(await takeLease('search-index', thisProcess, LEASE_MS, now))) return
    const articles = await rebuildIndex({ signal: AbortSignal.any([signal, AbortSignal.timeout(WORKS_MS)]) })
    if (articles > 0) log.info({ articles }, 'Read articles into the index of search')
  },
}
