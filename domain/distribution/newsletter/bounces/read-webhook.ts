import type { IncomingHttpHeaders } from 'node:http'
import type { MailReport } from './mail-report.ts'
import { readProviderEvents } from './provider-events.ts'
import { checkSignature } from './webhook-signature.ts'

export type Webhook = {
  headers: IncomingHttpHeaders
  /** As it came: a body that was parsed and written again has another signature. */
  body: Buffer
  /** `whsec_` and base64. */
  secret: string
  /** The keys of the tokens in our mails, older ones included. */
  keys: readonly Buffer[]
  now: Date
}

/** The most bytes of a body, which a server need not read further. */
export const MOST_WEBHOOK_BYTES = 512 * 1024

/**
 * Reads what a provider says of our mails. An event of another type, such as a delivery, is no report. `unsigned` and
 * `stale` bodies are not even parsed.
 */
export function readWebhook(webhook: Webhook): MailReport[] | 'unsigned' | 'stale' | 'malformed' {
  const { body, keys } = webhook
  if (body.length > MOST_WEBHOOK_BYTES) return 'malformed'
  const signature = checkSignature(webhook, webhook)
  if (signature !== 'signed') return signature
  return readProviderEvents(parsed(body), keys) ?? 'malformed'
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return null
  }
}
