import type { ServerResponse } from 'node:http'
import { articlePath } from '#addresses/paths.ts'
import { suggest } from '#domain/discovery/search/suggest.ts'
import type { Locale } from '#i18n/locales.ts'

/* Whatever is longer is no beginning of a question. */
const MOST_CHARACTERS = 300

/**
 * Answers `GET /{locale}/search/suggest?q=` with what the search box may go on with. It is asked while somebody types,
 * so it goes past the framework, and nothing keeps it: what is withdrawn is suggested no more.
 */
export async function serveSuggestions(
  response: ServerResponse,
  locale: Locale,
  query: URLSearchParams,
  { headers, isHead }: { headers: Record<string, string>; isHead: boolean },
): Promise<void> {
  const typed = (query.get('q') ?? '').slice(0, MOST_CHARACTERS)
  const { words, headlines } = await suggest(typed, locale)
  const body = JSON.stringify({
    words,
    headlines: headlines.map(({ headline, ...article }) => ({
      headline,
      href: articlePath(locale, article),
    })),
  })
  response
    .writeHead(200, {
      ...headers,
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Length': Buffer.byteLength(body),
      'Cache-Control': 'no-store',
      'X-Robots-Tag': 'noindex',
    })
    .end(isHead ? undefined : body)
}
