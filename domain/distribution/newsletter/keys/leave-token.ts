import { createHmac, timingSafeEqual } from 'node:crypto'
import type { NewsletterKey } from './newsletter-keys.ts'

const LETTERS = 22

type Reader = { id: number; addressKey: string }

/**
 * The token of the link by which a reader leaves. It stands in every mail, so it cannot be random and kept hashed: it is
 * signed. The address is signed with it, because a restored database may give a number to somebody else.
 */
export function leaveToken(reader: Reader, { id, key }: Pick<NewsletterKey, 'id' | 'key'>): string {
  return `${reader.id.toString(36)}.${id.toString(36)}.${signature(reader, key)}`
}

/** The number of the reader and of the key that a token names; null for a text that is no token. */
export function readLeaveToken(token: string): { subscriberId: number; keyId: number } | null {
  const [, subscriber = '', keyId = ''] = /^([0-9a-z]{1,9})\.([0-9a-z]{1,6})\.[\w-]{22}$/.exec(token) ?? []
  return subscriber
    ? { subscriberId: Number.parseInt(subscriber, 36), keyId: Number.parseInt(keyId, 36) }
    : null
}

/** Whether a token was made for a reader with this key. */
export function isLeaveTokenOf(
  token: string,
  reader: Reader,
  { key }: Pick<NewsletterKey, 'id' | 'key'>,
): boolean {
  const given = Buffer.from(token.slice(token.lastIndexOf('.') + 1))
  const right = Buffer.from(signature(reader, key))
  return given.length === right.length && timingSafeEqual(given, right)
}

function signature({ id, addressKey }: Reader, key: Buffer): string {
  return createHmac('sha256', key).update(`leave:${id}:${addressKey}`).digest('base64url').slice(0, LETTERS)
}
