import { setTimeout as sleep } from 'node:timers/promises'
import { deleteOldDeliveries } from '#db/queries/newsletter/editions.ts'
import { deleteEndedRequests } from '#db/queries/newsletter/requests.ts'
import { write } from '#db/write.ts'
import type { Job } from './start-jobs.ts'

const HOUR_MS = 60 * 60 * 1000
/* Mails come back within days. */
const KEPT_MS = 30 * 24 * HOUR_MS
/* A reader who finds the link of a confirmation too late can have a new one for some days, by the address alone. */
const REQUESTS_KEPT_MS = 5 * 24 * HOUR_MS
const AT_ONCE = 1_000
const PAUSE_MS = 20

/** Deletes what the newsletter knows of readers and does not need any more. */
export const forgetNewsletterJob: Job = {
  name: 'forget-newsletter',
  everyMs: HOUR_MS,
  run: async (now, signal) => {
    await write(tx => deleteEndedRequests(tx, new Date(now.getTime() - REQUESTS_KEPT_MS)))
    const before = new Date(now.getTime() - KEPT_MS)
    while (!signal.aborted && (await write(tx => deleteOldDeliveries(tx, before, AT_ONCE))) > 0)
      await sleep(PAUSE_MS)
  },
}
