import type { IncomingMessage, ServerResponse } from 'node:http'
import { isCrawler } from './crawlers.ts'
import type { ReadCounter } from './read-counter.ts'

type Context = {
  counter: Pick<ReadCounter, 'countClaim'>
  /** Whose beacon it is, as far as proxies can be believed. */
  clientAddress: string
  /** Sent with every answer. */
  headers?: Record<string, string>
}

/* A beacon has nothing to say but its address. */
const MAX_BODY_BYTES = 1024

/**
 * Answers `POST /read/{articleId}`, by which a page that was fetched ahead or came from a cache says that it is
 * shown. Nothing is told to the sender about whether it was counted.
 */
export function serveReadBeacon(
  request: IncomingMessage,
  response: ServerResponse,
  segments: readonly string[],
  { counter, clientAddress, headers = {} }: Context,
): void {
  const finish = (status: number, more: Record<string, string> = {}) =>
    response.writeHead(status, { ...headers, 'Cache-Control': 'no-store', ...more }).end()
  if (isTooLong(request)) {
    /* What is left of the body is not read: the connection ends with the answer. */
    response.once('finish', () => request.destroy())
    finish(413, { Connection: 'close', 'Content-Length': '0' })
    return
  }
  const articleId = readArticleId(segments)
  if (articleId === null) return void finish(404, { 'Content-Length': '0' })
  if (!isFromOurPage(request)) return void finish(403, { 'Content-Length': '0' })
  if (!isCrawler(request.headers['user-agent'])) counter.countClaim(articleId, clientAddress)
  finish(204)
}

function isTooLong({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > MAX_BODY_BYTES
}

function readArticleId(segments: readonly string[]): number | null {
  const [, id = ''] = segments
  return segments.length === 2 && /^[1-9]\d{0,9}$/.test(id) ? Number(id) : null
}

/* Browsers that do not send it yet, or not without TLS, are believed. */
function isFromOurPage({ headers }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site']
  return site === undefined || site === 'same-origin'
}
