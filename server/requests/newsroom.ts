import crypto from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { isLocale } from '#i18n/locales.ts'
import type { FrameworkHandler } from '#server/rendering/render-page.ts'
import { newsroomPolicy } from '#server/responses/page-policy.ts'

export function isNewsroomAddress([locale, second]: string[]): boolean {
  return isLocale(locale) && second === 'newsroom'
}

type Options = { handler: FrameworkHandler; isHttps: boolean; requestId: string }

/** Hands a request of the newsroom on to the framework as it is. Its answers are one person's: nobody keeps them. */
export async function passToNewsroom(
  request: IncomingMessage,
  response: ServerResponse,
  { handler, isHttps, requestId }: Options,
): Promise<void> {
  dropInternalHeaders(request)
  const nonce = crypto.randomBytes(16).toString('base64')
  const headers = newsroomPolicy(nonce, isHttps)
  /* The framework reads from here which nonce its scripts are to carry. */
  request.headers['content-security-policy'] = headers['Content-Security-Policy']
  request.headers['x-request-id'] = requestId
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  response.setHeader('Cache-Control', 'private, no-store')
  await handler(request, response)
}

/* The framework's own talk with itself, which nobody outside may imitate. */
function dropInternalHeaders(request: IncomingMessage): void {
  for (const name of Object.keys(request.headers)) {
    if (name.startsWith('x-middleware-') || name.startsWith('x-invoke-') || name.startsWith('x-matched-path'))
      delete request.headers[name]
  }
}
