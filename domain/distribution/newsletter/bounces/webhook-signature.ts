import { createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

const WINDOW_SECONDS = 5 * 60
const MOST_SIGNATURES = 20

/**
 * Checks the signature of a webhook over its raw body (Standard Webhooks 1.0, and Svix, which has other names for the
 * same headers). A signature that is right and old is `stale`: somebody could have kept it.
 */
export function checkSignature(
  { headers, body }: { headers: IncomingHttpHeaders; body: Buffer },
  { secret, now }: { secret: string; now: Date },
): 'signed' | 'unsigned' | 'stale' {
  const header = (name: string) => headers[`webhook-${name}`] ?? headers[`svix-${name}`]
  const [id, timestamp, signatures] = [header('id'), header('timestamp'), header('signature')]
  if (typeof id !== 'string' || typeof timestamp !== 'string' || typeof signatures !== 'string')
    return 'unsigned'
  if (!/^\d{1,12}$/.test(timestamp)) return 'unsigned'
  const expected = createHmac('sha256', Buffer.from(secret.replace(/^whsec_/, ''), 'base64'))
    .update(`${id}.${timestamp}.`)
    .update(body)
    .digest()
  const isSigned = signatures
    .split(' ', MOST_SIGNATURES)
    .some(signature => isVersionOne(signature) && isSame(Buffer.from(signature.slice(3), 'base64'), expected))
  if (!isSigned) return 'unsigned'
  const age = now.getTime() / 1000 - Number(timestamp)
  return Math.abs(age) <= WINDOW_SECONDS ? 'signed' : 'stale'
}

/* There are others, which a public key verifies. */
function isVersionOne(signature: string): boolean {
  return signature.startsWith('v1,')
}

function isSame(given: Buffer, expected: Buffer): boolean {
  return given.length === expected.length && timingSafeEqual(given, expected)
}
