import type { EdgeServices } from '#server/edge-services.ts'
import type { Handler } from '#server/handler.ts'
import { addressOf } from '#server/requests/clean-address.ts'
import type { Exchange } from '#server/requests/exchange.ts'
import { oldAddresses } from './old-addresses.ts'

/** Leads from other spellings of an address to the one that readers and search engines know. */
export function addressSpelling(services: Pick<EdgeServices, 'delivery' | 'responder'>): Handler {
  const old = oldAddresses(services)
  return {
    answer: exchange => exchange.address.isMisspelt && redirect(exchange),
  }

  async function redirect(exchange: Exchange): Promise<true> {
    /* An old address with a slash at its end still takes one hop, not two. */
    if (await old.answer(exchange)) return true
    services.responder.redirect(exchange.response, { status: 308, location: addressOf(exchange.address) })
    return true
  }
}
