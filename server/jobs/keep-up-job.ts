import type { PageCache } from '../cache/page-cache'
import type { Job } from './start-jobs'

/** Has the page cache note changes also while nobody reads. */
export function keepUpJob(cache: PageCache): Job {
  return { name: 'keep-up', everyMs: 500, run: () => cache.keepUp() }
}
