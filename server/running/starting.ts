import type { RequestListener } from 'node:http'
import { preferredLocale } from '#server/requests/preferred-locale.ts'
import { plainNotices } from '#server/responses/plain-notice.ts'

/** Answers 503 with Retry-After while the portal gets ready, which takes a while at the very first start. */
export function startingListener(): RequestListener {
  const notices = plainNotices('busy')
  return (request, response) => {
    const body = notices[preferredLocale(request.headers['accept-language'])]
    response.writeHead(503, {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Length': body.length,
      'Cache-Control': 'no-store',
      'Retry-After': '3',
      Refresh: '3',
    })
    response.end(request.method === 'HEAD' ? undefined : body)
  }
}
