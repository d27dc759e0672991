import { articlePath } from '#addresses/paths.ts'
import { suggest } from '#domain/discovery/search/suggest.ts'
import { isolatedText } from '#i18n/isolated-text.ts'
import { isLocale, type Locale } from '#i18n/locales.ts'
import ar from '#messages/ar.json'
import en from '#messages/en.json'
import type { EdgeServices } from '#server/edge-services.ts'
import type { Handler } from '#server/handler.ts'
import { ClientLimit } from '#server/requests/client-limit.ts'
import type { Exchange } from '#server/requests/exchange.ts'

/* Somebody who types without a pause asks five times a second. */
const SUGGESTIONS = { burst: 120, perSecond: 10 }

const catalogs = { ar, en }

/* Longer text is not the beginning of a question. */
const MAX_CHARACTERS = 300

/**
 * Answers `GET /{locale}/search/suggest?q=` with words and headlines that continue the text of the search box. The
 * browser asks while somebody types, so the answer goes past the framework, and nothing keeps it: what is withdrawn is
 * suggested no more.
 */
export function searchSuggestions({ plainHeaders }: Pick<EdgeServices, 'plainHeaders'>): Handler {
  const limit = new ClientLimit(SUGGESTIONS)
  return {
    answer: exchange => {
      const [locale, second, third, ...rest] = exchange.address.segments
      const isOurs = second === 'search' && third === 'suggest' && rest.length === 0
      return isLocale(locale) && isOurs && suggestIn(locale, exchange)
    },
  }

  async function suggestIn(locale: Locale, exchange: Exchange): Promise<true> {
    const { address, response, isHead, clientAddress } = exchange
    const waitS = limit.take(clientAddress)
    const body = waitS > 0 ? refusal(locale) : await suggestionsFor(address.query.get('q') ?? '', locale)
    response
      .writeHead(waitS > 0 ? 429 : 200, {
        ...(waitS > 0 ? { 'Retry-After': String(waitS) } : {}),
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

function refusal(locale: Locale): string {
  return JSON.stringify({ words: [], headlines: [], error: catalogs[locale].notice.tooManyText })
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
