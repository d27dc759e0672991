import type { IncomingMessage, ServerResponse } from 'node:http'
import { isLocale } from '#i18n/locales.ts'
import { CopySender } from '#server/cache/copy-sender.ts'
import type { NotServed, PageCache, Served } from '#server/cache/page-cache.ts'
import type { PageCopy } from '#server/cache/page-copy.ts'
import type { Render } from '#server/cache/page-renders.ts'
import type { Urgency } from '#server/cache/render-queue.ts'
import { countAnswer } from '#server/metrics/traffic.ts'
import type { ReadCounter } from '#server/read-counts/read-counter.ts'
import { type ReadTracking, readTiming, readTracking } from '#server/read-counts/read-tracking.ts'
import type { Renderer } from '#server/rendering/renderer.ts'
import { announcedBodyBytes } from '#server/requests/announced-body.ts'
import type { Exchange } from '#server/requests/exchange.ts'
import type { IsVerifiedPreview } from '#server/requests/verified-preview.ts'
import type { Responder } from '#server/responses/responder.ts'

type Options = {
  dev: boolean
  renderer: Pick<Renderer, 'status'>
  cache: PageCache
  counter: Pick<ReadCounter, 'count'>
  isTrustedProxy: (address?: string) => boolean
  isVerifiedPreview: IsVerifiedPreview
  headers: Record<'page' | 'document' | 'plain', Record<string, string>>
  responder: Responder
}

/** Takes pages from the cache, or has them rendered, sends them and counts them as read. */
export class PageDelivery {
  private readonly sender: CopySender
  private readonly previewSender: CopySender

  constructor(private readonly options: Options) {
    const { dev, headers } = options
    this.sender = new CopySender(headers)
    this.previewSender = new CopySender(headers, dev ? 'no-store' : 'private, no-store')
  }

  /**
   * The shortest way: most requests are for a page that is at hand, under the very address that it is stored by. False
   * for any other, and nothing was sent.
   */
  sendAtOnce(request: IncomingMessage, response: ServerResponse, requestId: string): boolean {
    const { dev, cache, isVerifiedPreview } = this.options
    if (dev || request.method !== 'GET' || announcedBodyBytes(request) > 0 || isVerifiedPreview(request))
      return false
    const served = cache.atOnce(request.url ?? '')
    /* Behind a missing page there may be an old address by now. */
    if (!served || served.copy.status === 404) return false
    const { copy, outcome } = served
    const tracking = this.trackingOf(request, copy)
    const sending = { outcome, requestId, extra: readTiming[tracking] }
    if (!this.sender.sendReady(request, response, copy, sending)) return false
    this.countRead(copy, tracking)
    countAnswer(response.statusCode)
    return true
  }

  /** The page of a key; a preview neither comes from the cache nor goes into it. */
  get(exchange: Exchange, key: string, render: Render, urgency?: Urgency): Promise<Served | NotServed> {
    const { dev, cache, isVerifiedPreview } = this.options
    const isUncached = dev || isVerifiedPreview(exchange.request)
    return isUncached ? cache.bypass(key, render) : cache.get(key, render, urgency)
  }

  /** Sends a page. `vary` names request headers that chose this page among others. */
  async send(exchange: Exchange, served: Served | NotServed, vary?: string): Promise<void> {
    const { request, response, requestId } = exchange
    if ('page' in served) return this.options.responder.page(request, response, served.page)
    /* From here on every header comes from the sender. */
    response.removeHeader('X-Request-Id')
    const { copy, outcome } = served
    const isUncached = outcome === 'bypass'
    /* The newsroom's own reading is not counted. */
    const tracking = isUncached ? 'ignored' : this.trackingOf(request, copy)
    const extra = vary ? ['Vary', vary] : readTiming[tracking]
    const sender = isUncached ? this.previewSender : this.sender
    await sender.send(request, response, copy, { outcome, requestId, extra })
    this.countRead(copy, tracking)
  }

  /** Sends the general page of a status in the language of the exchange. */
  async sendStatus(exchange: Exchange, status: 404 | 410): Promise<void> {
    const { locale, requestId, address } = exchange
    const { dev, cache, renderer } = this.options
    /* No address looks like this key, so nobody can ask for it. */
    const key = `!${locale}/${status}`
    const render = () => renderer.status(status, locale, requestId)
    const served = await (dev ? cache.bypass(key, render) : cache.get(key, render))
    await this.send(exchange, served, isLocale(address.segments[0]) ? undefined : 'Accept-Language')
  }

  private trackingOf(request: IncomingMessage, copy: PageCopy): ReadTracking {
    return copy.read === null ? 'ignored' : readTracking(request, this.options.isTrustedProxy)
  }

  private countRead({ read }: PageCopy, tracking: ReadTracking): void {
    if (tracking === 'counted' && read !== null) this.options.counter.count(read)
  }
}
