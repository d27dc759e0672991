import type { IncomingMessage } from 'node:http'
import { isCrawler } from './crawlers.ts'

/**
 * How a read becomes known: `counted` by this request, by a `beacon` of the page once it is shown, or not at all.
 */
export type ReadTracking = 'counted' | 'beacon' | 'ignored'

/**
 * The header that tells a page which it was, name and value in turn. The page itself cannot: its bytes are
 * everybody's. Script can read this header of its own navigation, and of no other site's.
 */
export const readTiming = {
  counted: ['Server-Timing', 'read;desc="counted"'],
  beacon: ['Server-Timing', 'read;desc="beacon"'],
  ignored: [],
} as const satisfies Record<ReadTracking, readonly string[]>

type Asked = Pick<IncomingMessage, 'method' | 'headers' | 'socket'>

/**
 * Decides how a request for an article is counted, so that each read is counted once. `isTrustedProxy` knows the
 * addresses of proxies that may not name themselves in a header.
 */
export function readTracking(
  request: Asked,
  isTrustedProxy: (address: string | undefined) => boolean,
): ReadTracking {
  /* First of all: a cache in front gives this answer to others too, whoever happened to ask for it. */
  if (cameThroughProxy(request) || isTrustedProxy(request.socket.remoteAddress)) return 'beacon'
  if (request.method !== 'GET' || isCrawler(request.headers['user-agent'])) return 'ignored'
  return isForLater(request) ? 'beacon' : 'counted'
}

function cameThroughProxy({ headers }: Asked): boolean {
  return (
    headers.via !== undefined ||
    headers['x-forwarded-for'] !== undefined ||
    headers.forwarded !== undefined ||
    headers['cdn-loop'] !== undefined
  )
}

/* Fetched ahead, or by a script: whether it will ever be shown, only the page can tell. */
function isForLater({ headers }: Asked): boolean {
  const destination = headers['sec-fetch-dest']
  if (destination !== undefined && destination !== 'document') return true
  return isAhead(headers['sec-purpose']) || isAhead(headers.purpose)
}

function isAhead(purpose: string | string[] | undefined): boolean {
  return purpose !== undefined && /\bpre(fetch|render|view)\b/i.test(String(purpose))
}
