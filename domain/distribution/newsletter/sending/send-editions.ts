import { reader } from '#db/open.ts'
import { recoverDeliveries } from '#db/queries/newsletter/deliveries.ts'
import { editionsIn } from '#db/queries/newsletter/editions.ts'
import { write } from '#db/write.ts'
import { currentHold } from '#domain/distribution/newsletter/holding.ts'
import type { MailTransport } from '#domain/distribution/newsletter/transport/mail-transport.ts'
import { sendEdition } from './send-edition.ts'

type Sending = { transport: MailTransport; holder: string; signal: AbortSignal }

export type SendReport = {
  sent: number
  /** Messages of a process that ended between the last byte and the server's answer. */
  unconfirmed: number
  unreachable: string | null
}

/** Sends every edition that is on its way, the oldest first, to everybody who can be reached now. */
export async function sendEditions({ transport, holder, signal }: Sending): Promise<SendReport> {
  const report: SendReport = { sent: 0, unconfirmed: 0, unreachable: null }
  if (await currentHold(reader())) return report
  for (const edition of await editionsIn(reader(), ['sending'])) {
    if (signal.aborted || report.unreachable !== null) break
    report.unconfirmed += await write(tx => recoverDeliveries(tx, edition.id))
    const { sent, unreachable } = await sendEdition(edition, { transport, holder, signal })
    report.sent += sent
    report.unreachable = unreachable
  }
  return report
}

/** Whether an edition is on its way. It may have to wait all the same. */
export async function isAnythingOnItsWay(): Promise<boolean> {
  return (await editionsIn(reader(), ['sending'])).length > 0
}
