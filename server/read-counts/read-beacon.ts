import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Handler } from '#server/handler.ts'
import { announcedBodyBytes } from '#server/requests/announced-body.ts'
import { isCrawler } from './crawlers.ts'
import type { ReadCounter } from './read-counter.ts'

type Options = {
  counter: Pick<ReadCounter, 'countClaim'>
  /** Sent with every answer. */
  plainHeaders: Record<string, string>
}

/* A beacon says everything in its address. */
const MAX_BODY_BYTES = 1024

/**
 * Answers `POST /read/{articleId}`, by which a page that was fetched ahead or came from a cache says that it is
 * shown. The sender does not learn whether it was counted.
 */
export function readBeacon({ counter, plainHeaders }: Options): Handler {
  return {
    methods: ['POST'],
    maxBodyBytes: MAX_BODY_BYTES,
    answer({ request, response, address, clientAddress }) {
      if (address.segments[0] !== 'read') return false
      const finish = (status: number, more: Record<string, string> = {}) => {
        response.writeHead(status, { ...plainHeaders, 'Cache-Control': 'no-store', ...more }).end()
        return true
      }
      if (announcedBodyBytes(request) > MAX_BODY_BYTES) return refuseUnread(request, response, finish)
      const articleId = readArticleId(address.segments)
      if (articleId === null) return finish(404, { 'Content-Length': '0' })
      if (!isFromOurPage(request)) return finish(403, { 'Content-Length': '0' })
      if (!isCrawler(request.headers['user-agent'])) counter.countClaim(articleId, clientAddress)
      return finish(204)
    },
  }
}

/* The rest of the body is not read: the connection ends with the answer. */
function refuseUnread(
  request: IncomingMessage,
  response: ServerResponse,
  finish: (status: number, more: Record<string, string>) => boolean,
): boolean {
  response.once('finish', () => request.destroy())
  return finish(413, { Connection: 'close', 'Content-Length': '0' })
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
