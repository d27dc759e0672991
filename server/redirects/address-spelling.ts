import type { EdgeServices } from '#server/edge-services.ts'
import type { Handler } from '#server/handler.ts'
import { addressOf } from '#server/requests/clean-address.ts'
import type { Exchange } from '#server/requests/exchange.ts'
import { oldAddresses } from './old-addresses.ts'
import { likelyTarget, redirectTo, targetOf } from './other-spellings.ts'

type Services = Pick<EdgeServices, 'delivery' | 'responder' | 'routes' | 'findAddress' | 'hasSecurityText'>

/** Leads from other spellings of an address to the one that readers and search engines know. */
export function addressSpelling(services: Services): Handler {
  const old = oldAddresses(services)
  return {
    answer: exchange => exchange.address.isMisspelt && redirect(exchange),
  }

  /* An address with several faults still takes one hop to its page. */
  async function redirect(exchange: Exchange): Promise<true> {
    const { address, response } = exchange
    const own = await targetOf(address.segments, address.query, exchange, services)
    if (own === null && (await old.answer(exchange))) return true
    const target = own ?? (await likelyTarget(exchange, services)) ?? { location: addressOf(address) }
    services.responder.redirect(response, redirectTo(target))
    return true
  }
}
