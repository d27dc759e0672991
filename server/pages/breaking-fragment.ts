import { isLocale } from '#i18n/locales.ts'
import { SHARED_BRIEFLY } from '#server/cache/copy-sender.ts'
import type { EdgeServices } from '#server/edge-services.ts'
import type { Handler } from '#server/handler.ts'
import { send } from '#server/responses/send.ts'

/** Answers `/breaking/{locale}` with the breaking strip alone, for a page that a browser kept; empty while there is none. */
export function breakingFragment({
  cache,
  plainHeaders,
}: Pick<EdgeServices, 'cache' | 'plainHeaders'>): Handler {
  return {
    answer({ address, request, response }) {
      const [first, locale, ...more] = address.segments
      if (first !== 'breaking' || !isLocale(locale) || more.length > 0) return false
      return cache.part(locale, 'breaking').then(async body => {
        if (body === null) return false
        const headers = { ...plainHeaders, 'Cache-Control': SHARED_BRIEFLY }
        await send(request, response, { status: 200, contentType: 'text/html; charset=utf-8', body, headers })
        return true
      })
    },
  }
}
