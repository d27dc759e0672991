import type { IncomingMessage } from 'node:http'

/** The length of the body that a request announces, in bytes; Infinity when it comes in chunks of unknown number. */
export function announcedBodyBytes({ headers }: IncomingMessage): number {
  if (headers['transfer-encoding'] !== undefined) return Number.POSITIVE_INFINITY
  const length = headers['content-length']
  return length === undefined ? 0 : Number(length)
}
