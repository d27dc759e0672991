import { withoutMarks } from '#addresses/likely-address.ts'
import { findStoryPath } from '#domain/discovery/old-addresses/find-new-path.ts'
import { isLocale } from '#i18n/locales.ts'
import type { EdgeServices } from '#server/edge-services.ts'
import type { Handler } from '#server/handler.ts'
import type { Exchange } from '#server/requests/exchange.ts'

/**
 * Answers `/a/{storyId}` and `/a/{storyId}?l={locale}`. A shared link names the language in which it was read; a bare
 * number goes by the browser's.
 */
export function shortLinks({ responder }: Pick<EdgeServices, 'responder'>): Handler {
  return {
    answer: exchange => {
      const [first, id = '', ...rest] = exchange.address.segments
      const isOurs = first === 'a' && rest.length === 0 && /^[1-9]\d{0,14}$/.test(id)
      return isOurs && redirect(Number(id), exchange)
    },
  }

  async function redirect(storyId: number, exchange: Exchange): Promise<boolean> {
    const { address, response, locale: preferred } = exchange
    const named = withoutMarks(address.query.get('l') ?? '').toLowerCase()
    const path = await findStoryPath(storyId, isLocale(named) ? named : preferred)
    if (!path) return false
    const vary = isLocale(named) ? undefined : 'Accept-Language'
    responder.redirect(response, { status: 308, location: path, vary })
    return true
  }
}
