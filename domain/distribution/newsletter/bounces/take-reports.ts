import { addressKeyOfRequest } from '#db/queries/newsletter/requests.ts'
import { subscriberById, subscriberOf } from '#db/queries/newsletter/subscribers.ts'
import { type Tx, write } from '#db/write.ts'
import { readMailAddress } from '#domain/distribution/newsletter/mail-address.ts'
import { removeSubscriberIn } from '#domain/distribution/newsletter/subscribing/remove-subscriber.ts'
import type { MailReport } from './mail-report.ts'
import { noteBounceIn } from './note-bounce.ts'

/** Notes what others say of our mails. A report about nobody whom we know is dropped. */
export async function takeReports(reports: readonly MailReport[]): Promise<void> {
  for (const report of reports)
    await write(async tx => {
      const subscriberId = await subscriberIn(tx, report)
      if (subscriberId === null) return
      const { kind, severity, status, text, edition } = report
      if (kind === 'leave') return leaveIn(tx, subscriberId)
      await noteBounceIn(tx, {
        subscriberId,
        severity: kind === 'complaint' ? 'complaint' : severity,
        answer: [status, text].filter(Boolean).join(' '),
        editionId: edition,
      })
    })
}

async function leaveIn(tx: Tx, subscriberId: number): Promise<void> {
  const subscriber = await subscriberById(tx, subscriberId)
  if (subscriber) await removeSubscriberIn(tx, subscriber, 'left', new Date())
}

/*
 * Edition 0 is a mail that somebody asked for, and the number after it is the request's. The address in a report counts
 * only where nothing proves the mail: such a report is signed by the provider.
 */
async function subscriberIn(tx: Tx, { edition, subscriber, address }: MailReport): Promise<number | null> {
  if (edition !== null && subscriber !== null) {
    if (edition > 0) return subscriber
    const key = await addressKeyOfRequest(tx, subscriber)
    return key === null ? null : ((await subscriberOf(tx, key))?.id ?? null)
  }
  const read = address === null ? null : readMailAddress(address)
  return read?.kind === 'address' ? ((await subscriberOf(tx, read.key))?.id ?? null) : null
}
