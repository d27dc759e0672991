import type { EdgeServices } from '#server/edge-services.ts'
import type { Handler } from '#server/handler.ts'
import type { Exchange } from '#server/requests/exchange.ts'
import { oldAddresses } from './old-addresses.ts'

/** Answers `/` with the front page in the language that the browser prefers. */
export function languageChooser(services: Pick<EdgeServices, 'delivery' | 'responder'>): Handler {
  const old = oldAddresses(services)
  return {
    answer: exchange => exchange.address.segments.length === 0 && choose(exchange),
  }

  async function choose(exchange: Exchange): Promise<true> {
    /* The former system may have put everything into the query: `/?p=12`. */
    if (await old.answer(exchange)) return true
    const vary = 'Accept-Language, Cookie'
    const location = `/${exchange.locale}`
    services.responder.redirect(exchange.response, { status: 307, location, vary })
    return true
  }
}
