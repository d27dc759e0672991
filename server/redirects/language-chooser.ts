import type { EdgeServices } from '#server/edge-services.ts'
import type { Handler } from '#server/handler.ts'
import { oldAddresses } from './old-addresses.ts'

/** Answers `/` with the front page in the language that the browser prefers. */
export function languageChooser(services: Pick<EdgeServices, 'delivery' | 'responder'>): Handler {
  const old = oldAddresses(services)
  return {
    async answer(exchange) {
      const { address, response, locale } = exchange
      if (address.segments.length > 0) return false
      /* The former system may have put everything into the query: `/?p=12`. */
      if (await old.answer(exchange)) return true
      const vary = 'Accept-Language, Cookie'
      services.responder.redirect(response, { status: 307, location: `/${locale}`, vary })
      return true
    },
  }
}
