import type { IncomingMessage } from 'node:http'
import { isCrawler } from './crawlers.ts'

/**
 * The way in which a read becomes known: `counted` by this request, by a `beacon` that the page sends once it is shown,
 * or not at all.
 */
export type ReadTracking = 'counted' | 'beacon' | 'ignored'

/**
 * The header that tells a page's script which it is, name and value in turn. The page itself cannot say it, because its
 * bytes are the same for everybody. Script can read this header of its own navigation, and of no other site's.
 */
export const readTiming = {
  counted: ['Server-Timing', 'read;desc="counted"'],
  beacon: ['Server-Timing', 'read;desc="beacon"'],
  ignored: [],
} as const satisfies Record<ReadTracking, readonly string[]>

type Asked = Pick<IncomingMessage, 'method' | 'headers' | 'socket'>

/**
 * Decides in which way a request for an article is counted, so that each read is counted once. `isTrustedProxy` knows
 * the addresses of proxies that may not name themselves in a header.
 */
export function readTracking(
  request: Asked,
  isTrustedProxy: (address: string | undefined) => boolean,
): ReadTracking {
  /* This comes first: a cache in front gives the answer to others too, whatever client happened to ask for it. */
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

/* Only the page can tell whether an answer that was fetched ahead, or by a script, is ever shown. */
function isForLater({ headers }: Asked): boolean {
  const destination = headers['sec-fetch-dest']
  if (destination !== undefined && destination !== 'document') return true
  return isAhead(headers['sec-purpose']) || isAhead(headers.purpose)
}

function isAhead(purpose: string | string[] | undefined): boolean {
  return purpose !== undefined && /\bpre(fetch|render|view)\b/i.test(String(purpose))
}
