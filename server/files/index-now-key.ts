import { SHARED_BRIEFLY } from '#server/cache/copy-sender.ts'
import type { EdgeServices } from '#server/edge-services.ts'
import type { Handler } from '#server/handler.ts'

/** Answers `/{key}.txt`, which proves to search engines that this site itself tells them of its changes. */
export function indexNowKey({
  indexNowKey: key,
  plainHeaders,
}: Pick<EdgeServices, 'indexNowKey' | 'plainHeaders'>): Handler {
  return {
    answer({ address, response, isHead }) {
      if (key === null || address.segments.length !== 1 || address.segments[0] !== `${key}.txt`) return false
      response
        .writeHead(200, {
          ...plainHeaders,
          'Content-Type': 'text/plain; charset=utf-8',
          'Content-Length': key.length,
          'Cache-Control': SHARED_BRIEFLY,
        })
        .end(isHead ? undefined : key)
      return true
    },
  }
}
