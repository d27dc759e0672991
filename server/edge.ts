import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { isDatabaseFault } from '#db/errors.ts'
import { type EdgeOptions, edgeServices } from './edge-services.ts'
import { answersMethod } from './handler.ts'
import { edgeHandlers } from './handlers.ts'
import { log } from './log.ts'
import { countAnswer } from './metrics/traffic.ts'
import { faultPage } from './rendering/reader-page.ts'
import { announcedBodyBytes } from './requests/announced-body.ts'
import { cleanAddress } from './requests/clean-address.ts'
import { Exchange } from './requests/exchange.ts'
import { loggableAddress } from './requests/loggable-address.ts'
import { preferredLocale } from './requests/preferred-locale.ts'
import { nextRequestId } from './requests/request-id.ts'
import { logRequest } from './requests/request-log.ts'
import { hasOneHost, isOriginForm, originForm } from './requests/request-target.ts'

/**
 * The way of a request through the portal: a page that is at hand is sent at once, everything else goes down the list
 * of handlers.
 */
export function createEdge(options: EdgeOptions): RequestListener {
  const services = edgeServices(options)
  const { delivery, responder, renderer } = services
  const handlers = edgeHandlers(services)

  return (request, response) => {
    const requestId = nextRequestId()
    logRequest(request, response, requestId, options)
    const answered = async () => {
      if (!hasOneHost(request)) return refuse(request, response, requestId)
      const { url = '' } = request
      if (!isOriginForm(url)) request.url = originForm(url)
      if (delivery.sendAtOnce(request, response, requestId)) return
      response.once('finish', () => countAnswer(response.statusCode))
      await answer(request, response, requestId)
    }
    answered().catch(error => {
      log.error({ err: error, requestId, url: loggableAddress(request.url ?? '') }, 'A request failed')
      const status = isDatabaseFault(error) ? 503 : 500
      sendFault(request, response, requestId, status).catch(() => response.destroy())
    })
  }

  async function refuse(request: IncomingMessage, response: ServerResponse, requestId: string) {
    response.setHeader('X-Request-Id', requestId)
    response.shouldKeepAlive = false
    await responder.notice(request, response, 400, 'badRequest')
    countAnswer(400)
  }

  async function answer(request: IncomingMessage, response: ServerResponse, requestId: string) {
    response.setHeader('X-Request-Id', requestId)
    const { shouldKeepAlive } = response
    const bodyBytes = announcedBodyBytes(request)
    /* A body that nobody reads would have to be received all the same: the connection ends with the answer instead. */
    const keepAliveFor = (maxBodyBytes: number) => shouldKeepAlive && bodyBytes <= maxBodyBytes

    response.shouldKeepAlive = keepAliveFor(0)
    /* The whole server is meant: there is nothing to say but that it is here (RFC 9110, 9.3.7). */
    if (request.method === 'OPTIONS' && request.url === '*')
      return void response.writeHead(204, { Allow: 'GET, HEAD' }).end()
    const address = cleanAddress(request.url ?? '')
    if (address === 'malformed') return responder.notice(request, response, 400, 'badRequest')
    if (address === 'too-long') return responder.notice(request, response, 414, 'badRequest')

    const exchange = new Exchange(request, response, requestId, address, options.clientAddress)
    for (const handler of handlers) {
      if (!answersMethod(handler, request.method)) continue
      response.shouldKeepAlive = keepAliveFor(handler.maxBodyBytes ?? 0)
      const isAnswered = handler.answer(exchange)
      if (isAnswered === true || (isAnswered !== false && (await isAnswered))) return
    }
  }

  async function sendFault(
    request: IncomingMessage,
    response: ServerResponse,
    requestId: string,
    status: 500 | 503,
  ) {
    if (response.headersSent) return void response.destroy()
    response.setHeader('X-Request-Id', requestId)
    const locale = preferredLocale(request.headers['accept-language'])
    await responder.page(request, response, faultPage(status, locale, renderer))
  }
}
