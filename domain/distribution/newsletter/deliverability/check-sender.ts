import type { KeyObject } from 'node:crypto'
import { Resolver } from 'node:dns/promises'
import { checkDkim } from './check-dkim.ts'
import { checkDmarc } from './check-dmarc.ts'
import { checkMx } from './check-mx.ts'
import { checkSpf } from './check-spf.ts'
import type { RecordCheck } from './record-check.ts'

export type Sender = {
  /** The domain of the address that mails come from. */
  domain: string
  /** The domain of return paths; null: mails come back to `domain`. */
  bounceDomain: string | null
  /** The host of SMTP_URL; null: mails become files. */
  relay: string | null
  /** The host of PRESS_MAIL_IMAP_URL. */
  mailbox: string | null
  selector: string
  /** The private key that signs; null: mails are not signed here. */
  key: KeyObject | null
}

const QUERY_MS = 3_000
const WHOLE_MS = 30_000

/** The resolver of this machine, with an end to its patience. */
function patientResolver(): Resolver {
  return new Resolver({ timeout: QUERY_MS, tries: 2 })
}

/** Checks the records by which other servers tell mail of a sender from forged mail, and what is to be added. */
export async function checkSender(sender: Sender, resolver = patientResolver()): Promise<RecordCheck[]> {
  const { domain, relay, mailbox, selector, key } = sender
  const returned = sender.bounceDomain ?? domain
  /* A question without an answer by then is reported as unknown. */
  const timer = setTimeout(() => resolver.cancel(), WHOLE_MS)
  try {
    return await Promise.all([
      checkSpf(resolver, { domain: returned, relay }),
      checkDkim(resolver, { domain, selector, key }),
      checkDmarc(resolver, domain),
      checkMx(resolver, { domain: returned, mailbox }),
    ])
  } finally {
    clearTimeout(timer)
  }
}
