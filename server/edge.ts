import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { isDatabaseFault } from '#db/errors.ts'
import { isLocale, type Locale } from '#i18n/locales.ts'
import { cacheKey } from './cache/cache-key.ts'
import { CopySender, SHARED_BRIEFLY } from './cache/copy-sender.ts'
import type { NotServed, PageCache, Render, Served } from './cache/page-cache.ts'
import type { PageCopy } from './cache/page-copy.ts'
import { looksLikeAsset } from './files/content-types.ts'
import { serveIndexNowKey } from './files/index-now-key.ts'
import { serveMedia } from './files/media-files.ts'
import type { StaticFiles } from './files/static-files.ts'
import { log } from './log.ts'
import { countAnswer } from './metrics/traffic.ts'
import { serveReadBeacon } from './read-counts/read-beacon.ts'
import type { ReadCounter } from './read-counts/read-counter.ts'
import { type ReadTracking, readTiming, readTracking } from './read-counts/read-tracking.ts'
import type { Routes } from './rendering/framework-routes.ts'
import { type FinishedPage, faultPage, isRenderedByFramework } from './rendering/reader-page.ts'
import type { Renderer } from './rendering/renderer.ts'
import { type CleanAddress, cleanAddress } from './requests/clean-address.ts'
import type { ClientAddress } from './requests/client-address.ts'
import { isNewsroomAddress, passToNewsroom } from './requests/newsroom.ts'
import { isForDevelopment, isPersonal } from './requests/personal-request.ts'
import { preferredLocale } from './requests/preferred-locale.ts'
import { oldAddress, type Redirect, redirectAhead } from './requests/redirects.ts'
import { nextRequestId } from './requests/request-id.ts'
import { logRequest } from './requests/request-log.ts'
import { documentPolicy, pagePolicy, plainPolicy } from './responses/page-policy.ts'
import { type Notice, plainNotice } from './responses/plain-notice.ts'
import { send } from './responses/send.ts'
import type { Health } from './running/health.ts'
import { serveSuggestions } from './search/search-suggestions.ts'

export type EdgeOptions = {
  dev: boolean
  siteUrl: string
  dataDir: string
  /** Where the faces of share images lie. */
  shareFontsDir: string
  /** The key under which search engines are told of changes; null: they are not. */
  indexNowKey: string | null
  renderer: Renderer
  files: StaticFiles
  routes: Routes
  cache: PageCache
  health: Health
  clientAddress: ClientAddress
  counter: ReadCounter
  isTrustedProxy: (address?: string) => boolean
}

/** What a request is answered with, once it is known. */
type Reply = ((Served | NotServed) & { vary?: string }) | { redirect: Redirect }

const HTML = 'text/html; charset=utf-8'
const RETRY_AFTER_S = '5'

/** The way of a request through the portal, from its first line to its last byte. */
export function createEdge(options: EdgeOptions): RequestListener {
  const { dev, siteUrl, renderer, files, cache, counter, routes } = options
  const isHttps = siteUrl.startsWith('https:')
  const plainHeaders = plainPolicy(isHttps)
  const media = { ...options, headers: plainHeaders }
  const { inlineScriptHashes } = renderer.errorPages
  const pageHeaders = pagePolicy({ dev, isHttps, inlineScriptHashes })
  const kinds = { pageHeaders, documentHeaders: documentPolicy(isHttps), plainHeaders }
  const sender = new CopySender(kinds)
  const personalSender = new CopySender({
    ...kinds,
    cacheControl: dev ? 'no-store' : 'private, no-store',
  })

  return (request, response) => {
    const requestId = nextRequestId()
    logRequest(request, response, requestId, options)
    const answered = async () => {
      if (isSentAtOnce(request, response, requestId)) return
      response.once('finish', () => countAnswer(response.statusCode))
      await answer(request, response, requestId)
    }
    answered().catch(error => {
      log.error({ err: error, requestId, url: request.url }, 'A request failed')
      const isUnavailable = isDatabaseFault(error)
      sendFault(request, response, requestId, isUnavailable).catch(() => response.destroy())
    })
  }

  /* The shortest way: most requests are for a page that is at hand, under the very address it is kept by. */
  function isSentAtOnce(request: IncomingMessage, response: ServerResponse, requestId: string): boolean {
    if (dev || request.method !== 'GET' || isPersonal(request) || hasBody(request)) return false
    const copy = cache.atOnce(request.url ?? '')
    /* Behind a missing page there may be an old address by now. */
    if (!copy || copy.status === 404) return false
    const tracking = trackingOf(request, copy)
    if (
      !sender.sendReady(request, response, copy, { outcome: 'hit', requestId, extra: readTiming[tracking] })
    )
      return false
    countRead(copy, tracking)
    countAnswer(response.statusCode)
    return true
  }

  async function answer(request: IncomingMessage, response: ServerResponse, requestId: string) {
    const target = request.url ?? ''
    response.setHeader('X-Request-Id', requestId)
    /* What somebody sends us is nothing that we read: the connection ends with the answer. */
    if (hasBody(request)) response.shouldKeepAlive = false
    if (await options.health.serve(request, response)) return
    if (dev && isForDevelopment(request)) return void (await renderer.passOn(request, response))
    const address = cleanAddress(target)
    if (address === 'malformed') return sendNotice(request, response, 400, 'badRequest')
    if (address === 'too-long') return sendNotice(request, response, 414, 'badRequest')
    if (routes.hasNewsroom && isNewsroomAddress(address.segments))
      return passToNewsroom(request, response, { handler: renderer.passOn, isHttps, requestId })
    if (request.method === 'POST' && address.segments[0] === 'read') {
      const context = { counter, clientAddress: options.clientAddress(request), headers: plainHeaders }
      return serveReadBeacon(request, response, address.segments, context)
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD')
      return sendNotice(request, response, 405, 'notAllowed')
    }
    const [locale, ...rest] = address.segments
    if (isLocale(locale) && rest.join('/') === 'search/suggest') {
      const isHead = request.method === 'HEAD'
      return serveSuggestions(response, locale, address.query, { headers: plainHeaders, isHead })
    }
    if (await servedAsFile(request, response, address)) return
    await sendReply(request, response, requestId, await replyTo(request, address, requestId))
  }

  async function servedAsFile(request: IncomingMessage, response: ServerResponse, address: CleanAddress) {
    const { segments } = address
    if (serveIndexNowKey(request, response, segments, media)) return true
    if (await files.serve(request, response, `/${segments.join('/')}`)) return true
    const [first, second = ''] = segments
    if (first === 'media' && segments.length === 2) {
      if (await serveMedia(request, response, second, media)) return true
    }
    if (first !== '_next' && first !== 'media' && !looksLikeAsset(segments.at(-1) ?? '')) return false
    if (routes.isMade(segments)) return false
    /* Nobody reads the page of a missing picture, so none is drawn. Icons and such may still be old addresses. */
    if (segments.length === 1 || (isLocale(first) && segments.length === 2)) return false
    response.writeHead(404, { ...plainHeaders, 'Cache-Control': 'no-store', 'Content-Length': 0 }).end()
    return true
  }

  async function replyTo(request: IncomingMessage, address: CleanAddress, requestId: string): Promise<Reply> {
    const [first] = address.segments
    const isPersonalRequest = dev || isPersonal(request)
    const locale = isLocale(first) ? first : preferredLocale(request.headers['accept-language'])
    const ahead = await redirectAhead(address, locale)
    if (ahead === 'gone') return statusReply(410, locale, requestId)
    if (ahead === 'missing') return statusReply(404, locale, requestId)
    if (ahead) return { redirect: ahead }
    if (!isRenderedByFramework(address.segments, routes.roots))
      return (await oldReply(address, locale, requestId)) ?? statusReply(404, locale, requestId)
    /* What is made for machines has no parameters: whatever is asked behind its address, it is the same. */
    const key = routes.isMade(address.segments) ? address.path : cacheKey(address)
    const reply = await cached(key, () => renderer.page(key, locale, requestId), isPersonalRequest)
    const isMissing = 'copy' in reply && reply.copy.status === 404
    return (isMissing && (await oldReply(address, locale, requestId))) || reply
  }

  /* Only addresses that are nobody's page now are looked up: a page of ours always comes first. */
  async function oldReply(address: CleanAddress, locale: Locale, requestId: string): Promise<Reply | null> {
    const old = await oldAddress(address)
    if (old === 'gone') return statusReply(410, locale, requestId)
    return old && { redirect: old }
  }

  async function statusReply(status: 404 | 410, locale: Locale, requestId: string): Promise<Reply> {
    /* No address looks like this, so nobody can ask for it. */
    const key = `!${locale}/${status}`
    const render = () => renderer.status(status, locale, requestId)
    return { ...(await cached(key, render, dev)), vary: 'Accept-Language' }
  }

  function cached(key: string, render: Render, isUncached: boolean): Promise<Served | NotServed> {
    return isUncached ? cache.bypass(key, render) : cache.get(key, render)
  }

  async function sendReply(
    request: IncomingMessage,
    response: ServerResponse,
    requestId: string,
    reply: Reply,
  ): Promise<void> {
    if ('redirect' in reply) return sendRedirect(response, reply.redirect)
    if ('page' in reply) return sendUnkept(request, response, reply.page)
    /* From here on every header comes from the sender. */
    response.removeHeader('X-Request-Id')
    const { copy, outcome } = reply
    /* What the newsroom reads of its own is no news. */
    const tracking = outcome === 'bypass' ? 'ignored' : trackingOf(request, copy)
    const extra = reply.vary ? ['Vary', reply.vary] : readTiming[tracking]
    await (outcome === 'bypass' ? personalSender : sender).send(request, response, copy, {
      outcome,
      requestId,
      extra,
    })
    countRead(copy, tracking)
  }

  function trackingOf(request: IncomingMessage, copy: PageCopy): ReadTracking {
    return copy.read === null ? 'ignored' : readTracking(request, options.isTrustedProxy)
  }

  function countRead({ read }: PageCopy, tracking: ReadTracking): void {
    if (tracking === 'counted' && read !== null) counter.count(read)
  }

  async function sendUnkept(request: IncomingMessage, response: ServerResponse, page: FinishedPage) {
    if (page.kind === 'redirect') return sendRedirect(response, page)
    const { status, contentType, body } = page
    if (status === 503) response.setHeader('Retry-After', RETRY_AFTER_S)
    const headers = { ...pageHeaders, 'Cache-Control': 'no-store' }
    await send(request, response, { status, contentType, body, headers })
  }

  function sendRedirect(response: ServerResponse, { status, location, vary }: Redirect): void {
    if (vary) response.setHeader('Vary', vary)
    const headers = { ...plainHeaders, 'Cache-Control': SHARED_BRIEFLY, Location: location }
    response.writeHead(status, { ...headers, 'Content-Length': 0 }).end()
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

  async function sendFault(
    request: IncomingMessage,
    response: ServerResponse,
    requestId: string,
    isUnavailable: boolean,
  ) {
    if (response.headersSent) return void response.destroy()
    response.setHeader('X-Request-Id', requestId)
    const locale = preferredLocale(request.headers['accept-language'])
    await sendUnkept(request, response, faultPage(isUnavailable ? 503 : 500, locale, renderer))
  }
}

function hasBody({ headers }: IncomingMessage): boolean {
  return (headers['content-length'] ?? '0') !== '0' || headers['transfer-encoding'] !== undefined
}
