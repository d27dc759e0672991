import crypto from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { isLocale } from '../i18n/locales'
import { type CleanAddress, cleanAddress } from './clean-address'
import { looksLikeAsset } from './content-types'
import type { ErrorPages } from './error-pages'
import { inRequest } from './framework-console'
import { log } from './log'
import { serveMedia } from './media-files'
import { pagePolicy, plainPolicy } from './page-policy'
import { type Notice, plainNotice } from './plain-notice'
import { preferredLocale } from './preferred-locale'
import { type FinishedPage, readerPage, statusPage } from './reader-page'
import { type Redirect, redirectAhead } from './redirects'
import type { FrameworkHandler, RenderPage } from './render-page'
import { send } from './send'
import type { StaticFiles } from './static-files'

export type EdgeOptions = {
  dev: boolean
  siteUrl: string
  dataDir: string
  handler: FrameworkHandler
  render: RenderPage
  errorPages: ErrorPages
  files: StaticFiles
  roots: ReadonlySet<string> | null
}

const HTML = 'text/html; charset=utf-8'
/* A cache in front may keep a page for a second, and longer only while we are down. */
const SHARED_BRIEFLY = 'public, max-age=0, s-maxage=1, stale-if-error=300'

/** The way of a request through the portal, from its first line to its last byte. */
export function createEdge(options: EdgeOptions): RequestListener {
  const { dev, siteUrl, errorPages, files, dataDir } = options
  const isHttps = siteUrl.startsWith('https:')
  const fileHeaders = plainPolicy(isHttps)
  const pageHeaders = pagePolicy({ dev, isHttps, inlineScriptHashes: errorPages.inlineScriptHashes })

  return (request, response) => {
    const requestId = crypto.randomUUID()
    response.setHeader('X-Request-Id', requestId)
    inRequest({ requestId, url: request.url ?? '' }, () => answer(request, response)).catch(error => {
      log.error({ err: error, requestId, url: request.url }, 'A request failed')
      sendFault(request, response).catch(() => response.destroy())
    })
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const target = request.url ?? ''
    if (target === '/healthz') return sendHealth(request, response)
    if (dev && isForDevelopment(request)) return void (await options.handler(request, response))
    const address = cleanAddress(target)
    if (address === 'malformed') return sendNotice(request, response, 400, 'badRequest')
    if (address === 'too-long') return sendNotice(request, response, 414, 'badRequest')
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD')
      return sendNotice(request, response, 405, 'notAllowed')
    }
    if (await servedAsFile(request, response, address)) return
    await sendPage(request, response, await pageFor(request, address))
  }

  async function servedAsFile(request: IncomingMessage, response: ServerResponse, address: CleanAddress) {
    const { segments } = address
    if (await files.serve(request, response, `/${segments.join('/')}`)) return true
    const [first, second = ''] = segments
    if (first === 'media' && segments.length === 2) {
      if (await serveMedia(request, response, second, { dataDir, headers: fileHeaders })) return true
    }
    if (first !== '_next' && first !== 'media' && !looksLikeAsset(segments.at(-1) ?? '')) return false
    /* Nobody reads the page of a missing picture, so none is drawn. Icons and such may still be routes. */
    if (segments.length === 1 || (isLocale(first) && segments.length === 2)) return false
    response.writeHead(404, { ...fileHeaders, 'Cache-Control': 'no-store', 'Content-Length': 0 }).end()
    return true
  }

  async function pageFor(request: IncomingMessage, address: CleanAddress): Promise<FinishedPage> {
    const first = address.segments[0]
    const locale = isLocale(first) ? first : preferredLocale(request.headers['accept-language'])
    const ahead = await redirectAhead(address, locale)
    if (ahead === 'gone') return statusPage(410, locale, options)
    if (ahead === 'missing') return statusPage(404, locale, options)
    return ahead ? { kind: 'redirect', ...ahead } : readerPage(address, locale, options)
  }

  async function sendPage(
    request: IncomingMessage,
    response: ServerResponse,
    page: FinishedPage,
  ): Promise<void> {
    if (page.vary) response.setHeader('Vary', page.vary)
    if (page.kind === 'redirect') return sendRedirect(response, page)
    const { status, contentType, body } = page
    const cacheControl = page.cacheControl ?? (dev ? 'no-store' : SHARED_BRIEFLY)
    await send(request, response, {
      status,
      contentType,
      body,
      headers: { ...pageHeaders, 'Cache-Control': cacheControl },
    })
  }

  function sendRedirect(response: ServerResponse, { status, location }: Redirect): void {
    const headers = {
      ...fileHeaders,
      'Cache-Control': SHARED_BRIEFLY,
      Location: location,
      'Content-Length': 0,
    }
    response.writeHead(status, headers).end()
  }

  async function sendNotice(
    request: IncomingMessage,
    response: ServerResponse,
    status: number,
    notice: Notice,
  ) {
    const body = plainNotice(notice, preferredLocale(request.headers['accept-language']))
    const headers = { ...pageHeaders, 'Cache-Control': 'no-store' }
    await send(request, response, { status, contentType: HTML, body, headers })
  }

  async function sendFault(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (response.headersSent) return void response.destroy()
    const body = errorPages.fault(500, preferredLocale(request.headers['accept-language']))
    const headers = { ...pageHeaders, 'Cache-Control': 'no-store' }
    await send(request, response, { status: 500, contentType: HTML, body, headers })
  }

  function sendHealth(request: IncomingMessage, response: ServerResponse): void {
    const headers = {
      ...fileHeaders,
      'Cache-Control': 'no-store',
      'Content-Type': 'text/plain',
      'Content-Length': 3,
    }
    response.writeHead(200, headers).end(request.method === 'HEAD' ? undefined : 'ok\n')
  }
}

/* In development the framework talks to its own script in the browser. */
function isForDevelopment({ url = '', headers }: IncomingMessage): boolean {
  return url.startsWith('/_next/') || url.startsWith('/__next') || headers.rsc !== undefined
}
