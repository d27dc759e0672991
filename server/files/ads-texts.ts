import { SHARED_BRIEFLY } from '#server/cache/copy-sender.ts'
import type { EdgeServices } from '#server/edge-services.ts'
import type { Handler } from '#server/handler.ts'

/** Answers `/ads.txt` and `/app-ads.txt`, which say who may sell the advertisements of the site and of its apps. */
export function adsTexts({
  adsTexts: texts,
  plainHeaders,
}: Pick<EdgeServices, 'adsTexts' | 'plainHeaders'>): Handler {
  const bodies = new Map(
    Object.entries(texts).flatMap(([name, text]) =>
      text === null ? [] : [[name, Buffer.from(text)] as const],
    ),
  )
  return {
    answer({ address, response, isHead }) {
      const body = address.segments.length === 1 ? bodies.get(address.segments[0] ?? '') : undefined
      if (body === undefined || address.isMisspelt) return false
      response
        .writeHead(200, {
          ...plainHeaders,
          'Content-Type': 'text/plain; charset=utf-8',
          'Content-Length': body.length,
          'Cache-Control': SHARED_BRIEFLY,
        })
        .end(isHead ? undefined : body)
      return true
    },
  }
}
