import { createHash, randomBytes } from 'node:crypto'

/** A link to confirm or to change is good for so long after its mail was made. */
export const LINK_MS = 48 * 60 * 60 * 1000

/** A new token for a link: 144 random bits that nothing keeps. */
export function newLinkToken(): string {
  return randomBytes(18).toString('base64url')
}

/** The hash under which a token is kept. A random token needs no salt and no slow hash. */
export function hashLinkToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
