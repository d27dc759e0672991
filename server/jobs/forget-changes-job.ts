import { forgetChanges } from '#db/queries/changes.ts'
import { write } from '#db/write.ts'
import type { Job } from './start-jobs.ts'

const HOUR_MS = 60 * 60 * 1000
/* Every running cache notes a change long before this. */
const KEPT_MS = 7 * 24 * HOUR_MS

/** Keeps the list of changes from growing for ever. */
export const forgetChangesJob: Job = {
  name: 'forget-changes',
  everyMs: HOUR_MS,
  run: now => write(tx => forgetChanges(tx, new Date(now.getTime() - KEPT_MS))),
}
