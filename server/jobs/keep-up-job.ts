import type { PageCache } from '#server/cache/page-cache.ts'
import type { Job } from './start-jobs.ts'

/** Makes the page cache note changes also while nobody reads. */
export function keepUpJob(cache: PageCache): Job {
  return { name: 'keep-up', everyMs: 500, run: () => cache.keepUp() }
}
