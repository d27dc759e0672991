import { findNewPath } from '#domain/discovery/old-addresses/find-new-path.ts'
import type { EdgeServices } from '#server/edge-services.ts'
import type { Handler } from '#server/handler.ts'

/** Leads from addresses of the newsroom's former system, and from those that have changed, to those of now. */
export function oldAddresses({ delivery, responder }: Pick<EdgeServices, 'delivery' | 'responder'>): Handler {
  return {
    async answer(exchange) {
      const { path, query, segments } = exchange.address
      const found = await findNewPath(path, query, exchange.locale)
      if (found === null) return false
      if (found === 'gone') await delivery.sendStatus(exchange, 410)
      else {
        const vary = segments[0] === 'feed' ? 'Accept-Language' : undefined
        responder.redirect(exchange.response, { status: 308, location: found.path, vary })
      }
      return true
    },
  }
}
