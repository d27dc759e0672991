import { isLocale } from '#i18n/locales.ts'
import { cacheKey } from '#server/cache/cache-key.ts'
import type { EdgeServices } from '#server/edge-services.ts'
import type { Handler } from '#server/handler.ts'
import { isRenderedByFramework } from '#server/rendering/reader-page.ts'
import { ClientLimit } from '#server/requests/client-limit.ts'
import type { Exchange } from '#server/requests/exchange.ts'

/* A reader who tries words and filters stays far below; a newsroom behind one address does too. */
const SEARCHES = { burst: 120, perSecond: 2 }

/** Answers the addresses of the framework's routes: pages, feeds, sitemaps, pictures with words. */
export function pages({
  cache,
  routes,
  renderer,
  delivery,
  responder,
  findAddress,
}: Pick<EdgeServices, 'cache' | 'routes' | 'renderer' | 'delivery' | 'responder' | 'findAddress'>): Handler {
  const searches = new ClientLimit(SEARCHES)
  return {
    async answer(exchange) {
      const { address, locale, requestId } = exchange
      const { segments } = address
      if (!isRenderedByFramework(segments, routes.roots)) return false
      const isMade = routes.isMade(segments)
      if (!isMade && !isLocale(segments[0])) return false
      /* Answers for machines have no parameters: whatever the query says, the answer is the same. */
      let key = isMade ? address.path : cacheKey(address)
      if (!cache.has(key) && !cache.isAway) {
        const found = await findAddress(address, isMade)
        if (found.kind === 'missing') return false
        if (found.kind === 'moved') {
          responder.redirect(exchange.response, { status: 308, location: found.path })
          return true
        }
        key = found.path ?? key
      }
      const isSearch = segments[1] === 'search' && !isMade
      if (isSearch && cache.atOnce(key) === null && (await refuses(exchange))) return true
      const render = () => renderer.page(key, locale, requestId)
      const served = await delivery.get(exchange, key, render, isSearch ? 'search' : 'new')
      if ('copy' in served && served.copy.status === 404) {
        exchange.missingPage = served
        return false
      }
      await delivery.send(exchange, served)
      return true
    },
  }

  async function refuses({ request, response, clientAddress }: Exchange): Promise<boolean> {
    const waitS = searches.take(clientAddress)
    if (waitS === 0) return false
    response.setHeader('Retry-After', String(waitS))
    await responder.notice(request, response, 429, 'tooMany')
    return true
  }
}
