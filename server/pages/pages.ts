import { cacheKey } from '#server/cache/cache-key.ts'
import type { EdgeServices } from '#server/edge-services.ts'
import type { Handler } from '#server/handler.ts'
import { isRenderedByFramework } from '#server/rendering/reader-page.ts'

/** Answers the addresses of the framework's routes: pages, feeds, sitemaps, pictures with words. */
export function pages({
  routes,
  renderer,
  delivery,
}: Pick<EdgeServices, 'routes' | 'renderer' | 'delivery'>): Handler {
  return {
    async answer(exchange) {
      const { address, locale, requestId } = exchange
      if (!isRenderedByFramework(address.segments, routes.roots)) return false
      /* Answers for machines have no parameters: whatever the query says, the answer is the same. */
      const key = routes.isMade(address.segments) ? address.path : cacheKey(address)
      const render = () => renderer.page(key, locale, requestId)
      const served = await delivery.get(exchange, key, render)
      if ('copy' in served && served.copy.status === 404) {
        exchange.missingPage = served
        return false
      }
      await delivery.send(exchange, served)
      return true
    },
  }
}
