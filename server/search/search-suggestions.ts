import { articlePath } from '#addresses/paths.ts'
import { suggest } from '#domain/discovery/search/suggest.ts'
import { isolatedText } from '#i18n/isolated-text.ts'
import { isLocale, type Locale } from '#i18n/locales.ts'
import type { EdgeServices } from '#server/edge-services.ts'
import type { Handler } from '#server/handler.ts'
import type { Exchange } from '#server/requests/exchange.ts'

/* Longer text is not the beginning of a question. */
const MAX_CHARACTERS = 300

/**
 * Answers `GET /{locale}/search/suggest?q=` with words and headlines that continue the text of the search box. The
 * browser asks while somebody types, so the answer goes past the framework, and nothing keeps it: what is withdrawn is
 * suggested no more.
 */
export function searchSuggestions({ plainHeaders }: Pick<EdgeServices, 'plainHeaders'>): Handler {
  return {
    answer: exchange => {
      const [locale, second, third, ...rest] = exchange.address.segments
      const isOurs = second === 'search' && third === 'suggest' && rest.length === 0
      return isLocale(locale) && isOurs && suggestIn(locale, exchange)
    },
  }

  async function suggestIn(locale: Locale, { address, response, isHead }: Exchange): Promise<true> {
    const body = await suggestionsFor(address.query.get('q') ?? '', locale)
    response
      .writeHead(200, {
        ...plainHeaders,
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Length': Buffer.byteLength(body),
        'Cache-Control': 'no-store',
        'X-Robots-Tag': 'noindex',
      })
      .end(isHead ? undefined : body)
    return true
  }
}

async function suggestionsFor(typed: string, locale: Locale): Promise<string> {
  const { words, headlines } = await suggest(typed.slice(0, MAX_CHARACTERS), locale)
  return JSON.stringify({
    words,
    headlines: headlines.map(({ headline, ...article }) => ({
      headline: isolatedText(headline, locale),
      href: articlePath(locale, article),
    })),
  })
}
