import type { EdgeServices } from '#server/edge-services.ts'
import type { Handler } from '#server/handler.ts'

/** Says that nothing is here: by the page of ours that knows where the reader is, or by the general one. */
export function missingPages({ delivery }: Pick<EdgeServices, 'delivery'>): Handler {
  return {
    async answer(exchange) {
      if (exchange.missingPage) await delivery.send(exchange, exchange.missingPage)
      else await delivery.sendStatus(exchange, 404)
      return true
    },
  }
}
