import { findStoryPath } from '#domain/discovery/old-addresses/find-new-path.ts'
import { isLocale } from '#i18n/locales.ts'
import type { EdgeServices } from '#server/edge-services.ts'
import type { Handler } from '#server/handler.ts'

/**
 * Answers `/a/{storyId}` and `/a/{storyId}?l={locale}`. A shared link names the language in which it was read; a bare
 * number goes by the browser's.
 */
export function shortLinks({ responder }: Pick<EdgeServices, 'responder'>): Handler {
  return {
    async answer({ address, response, locale: preferred }) {
      const [first, id = ''] = address.segments
      if (first !== 'a' || address.segments.length !== 2 || !/^[1-9]\d{0,14}$/.test(id)) return false
      const named = address.query.get('l')
      const path = await findStoryPath(Number(id), isLocale(named) ? named : preferred)
      if (!path) return false
      const vary = isLocale(named) ? undefined : 'Accept-Language'
      responder.redirect(response, { status: 308, location: path, vary })
      return true
    },
  }
}
