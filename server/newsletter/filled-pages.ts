import type { FilledNewsletterPage } from '#addresses/newsletter-pages.ts'
import { newsletterPath } from '#addresses/paths.ts'
import type { Locale } from '#i18n/locales.ts'
import { fillSlots, type SlotValues } from '#request/slots.ts'
import type { EdgeServices } from '#server/edge-services.ts'
import type { Exchange } from '#server/requests/exchange.ts'
import { send } from '#server/responses/send.ts'

type Filled = { status?: number; values?: Partial<SlotValues>; retryAfterS?: number }

const NOTHING: ReadonlySet<string> = new Set()

/**
 * Sends pages that are about one reader: an ordinary page, out of the cache that everybody shares, with the reader's
 * words filled in. The filled copy is kept by nobody, and no other site learns its address, which holds a token.
 */
export class FilledPages {
  constructor(private readonly services: Pick<EdgeServices, 'delivery' | 'renderer' | 'responder'>) {}

  async send(
    exchange: Exchange,
    locale: Locale,
    name: FilledNewsletterPage,
    filled: Filled = {},
  ): Promise<void> {
    const { request, response, requestId } = exchange
    const { delivery, renderer, responder } = this.services
    const path = newsletterPath(locale, `filled/${name}`)
    /* No request can have a space in its address: this copy is never at hand for one. */
    const key = `${path} to be filled`
    const served = await delivery.get(exchange, key, () => renderer.page(path, locale, requestId))
    if ('page' in served) return responder.page(request, response, served.page)
    const { copy } = served
    if (copy.status !== 200) return delivery.send(exchange, served)
    const html = (await copy.body.rendition('identity')).bytes.toString()
    const { texts = {}, on = NOTHING } = filled.values ?? {}
    if (filled.retryAfterS !== undefined) response.setHeader('Retry-After', String(filled.retryAfterS))
    await send(request, response, {
      status: filled.status ?? 200,
      contentType: copy.contentType,
      body: Buffer.from(fillSlots(html, { texts, on })),
      headers: { ...responder.privateHeaders },
    })
  }
}
