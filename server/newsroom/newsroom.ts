import crypto from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { isLocale } from '#i18n/locales.ts'
import type { EdgeServices } from '#server/edge-services.ts'
import type { Handler } from '#server/handler.ts'
import type { Exchange } from '#server/requests/exchange.ts'
import { newsroomPolicy } from '#server/responses/page-policy.ts'

/**
 * Hands requests of the newsroom to the framework as they are. Its answers are one person's: nobody keeps them. An
 * editor who saves every few seconds does it over one connection, whether the framework reads the whole body or not.
 */
export function newsroom({
  routes,
  renderer,
  isHttps,
}: Pick<EdgeServices, 'routes' | 'renderer' | 'isHttps'>): Handler {
  return {
    methods: 'any',
    maxBodyBytes: Number.POSITIVE_INFINITY,
    answer: exchange =>
      routes.hasNewsroom && isNewsroomAddress(exchange.address.segments) && passOn(exchange),
  }

  async function passOn({ request, response, requestId }: Exchange): Promise<true> {
    dropInternalHeaders(request)
    const nonce = crypto.randomBytes(16).toString('base64')
    const headers = newsroomPolicy(nonce, isHttps)
    /* The framework reads from here which nonce its scripts are to carry. */
    request.headers['content-security-policy'] = headers['Content-Security-Policy']
    request.headers['x-request-id'] = requestId
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    response.setHeader('Cache-Control', 'private, no-store')
    await renderer.passOn(request, response)
    return true
  }
}

function isNewsroomAddress([locale, second]: string[]): boolean {
  return isLocale(locale) && second === 'newsroom'
}

/* The framework's own talk with itself, which nobody outside may imitate. */
function dropInternalHeaders(request: IncomingMessage): void {
  for (const name of Object.keys(request.headers)) {
    if (name.startsWith('x-middleware-') || name.startsWith('x-invoke-') || name.startsWith('x-matched-path'))
      delete request.headers[name]
  }
}
