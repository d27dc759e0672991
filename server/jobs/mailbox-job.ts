import { reader } from '#db/open.ts'
import { pollMailbox } from '#domain/distribution/newsletter/bounces/poll-mailbox.ts'
import { takeReports } from '#domain/distribution/newsletter/bounces/take-reports.ts'
import { linkKeys, madeKeys } from '#domain/distribution/newsletter/keys/newsletter-keys.ts'
import { thisProcess } from '#domain/editorial/jobs/this-process.ts'
import { whileHolding } from '#domain/editorial/jobs/while-holding.ts'
import { log } from '#server/log.ts'
import type { Job } from './start-jobs.ts'

const LEASE = { name: 'newsletter-mailbox', forMs: 180_000 }

/** Reads the mailbox to which mails come back. */
export function mailboxJob(url: string, holder = thisProcess): Job {
  return {
    name: LEASE.name,
    everyMs: 5 * 60_000,
    run: async () => {
      await whileHolding(LEASE, holder, async () => {
        const keys = linkKeys(await madeKeys(reader()))
        const { reports, flagged } = await pollMailbox({ url, keys, take: takeReports })
        if (reports > 0 || flagged > 0) log.info({ reports, flagged }, 'Read the mailbox of bounces')
      })
    },
  }
}
