import type { IncomingMessage, ServerResponse } from 'node:http'
import { SHARED_BRIEFLY } from '#server/cache/copy-sender.ts'

type Options = { indexNowKey: string | null; headers: Record<string, string> }

/** Serves `/{key}.txt`, by which search engines know that it is us who name addresses to them. False for anything else. */
export function serveIndexNowKey(
  { method }: IncomingMessage,
  response: ServerResponse,
  segments: readonly string[],
  { indexNowKey, headers }: Options,
): boolean {
  if (indexNowKey === null || segments.length !== 1 || segments[0] !== `${indexNowKey}.txt`) return false
  response
    .writeHead(200, {
      ...headers,
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Length': indexNowKey.length,
      'Cache-Control': SHARED_BRIEFLY,
    })
    .end(method === 'HEAD' ? undefined : indexNowKey)
  return true
}
