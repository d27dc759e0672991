import { editionsJob } from './editions-job.ts'
import { forgetNewsletterJob } from './forget-newsletter-job.ts'
import { mailboxJob } from './mailbox-job.ts'
import { requestedMailsJob } from './requested-mails-job.ts'
import { sendEditionsJob } from './send-editions-job.ts'
import type { Job } from './start-jobs.ts'

/** Everything that the newsletter does by itself. Of several processes, one does each. */
export function newsletterJobs({ mailImapUrl }: { mailImapUrl: string | null }): Job[] {
  return [
    requestedMailsJob(),
    editionsJob(),
    sendEditionsJob(),
    forgetNewsletterJob,
    ...(mailImapUrl === null ? [] : [mailboxJob(mailImapUrl)]),
  ]
}
