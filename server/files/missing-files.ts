import { isLocale } from '#i18n/locales.ts'
import type { EdgeServices } from '#server/edge-services.ts'
import type { Handler } from '#server/handler.ts'
import { looksLikeAsset } from './content-types.ts'

/** Answers 404 without a page for files that do not exist: nobody reads the page of a missing picture. */
export function missingFiles({
  routes,
  plainHeaders,
}: Pick<EdgeServices, 'routes' | 'plainHeaders'>): Handler {
  return {
    answer({ response, address: { segments } }) {
      const [first] = segments
      if (first !== '_next' && first !== 'media' && !looksLikeAsset(segments.at(-1) ?? '')) return false
      if (routes.isMade(segments)) return false
      /* Icons and other files at the root may still be old addresses. */
      if (segments.length === 1 || (isLocale(first) && segments.length === 2)) return false
      response.writeHead(404, { ...plainHeaders, 'Cache-Control': 'no-store', 'Content-Length': 0 }).end()
      return true
    },
  }
}
