import { likelyAddresses, likelyFeed, likelySitemap, withoutMarks } from '#addresses/likely-address.ts'
import { feedPath, frontPath, sitemapIndexPath, sitemapPath } from '#addresses/paths.ts'
import { hasFeedOf } from '#domain/discovery/addresses/find-page.ts'
import { findStoryPath } from '#domain/discovery/old-addresses/find-new-path.ts'
import { isLocale, type Locale } from '#i18n/locales.ts'
import type { EdgeServices } from '#server/edge-services.ts'
import type { Handler } from '#server/handler.ts'
import { isRenderedByFramework } from '#server/rendering/reader-page.ts'
import { addressOf } from '#server/requests/clean-address.ts'
import type { Exchange } from '#server/requests/exchange.ts'

type Services = Pick<EdgeServices, 'routes' | 'findAddress' | 'responder' | 'hasSecurityText'>

/** The end of the way, in one hop. `varies`: the reader's language has chosen it. */
type Target = { location: string; varies?: boolean }

/**
 * Leads from an address that means nothing to the one that was probably meant: copied with the marks of a sentence, in
 * other letters, or under the name that other systems give a feed or a sitemap. What is not there leads nowhere.
 */
export function otherSpellings(services: Services): Handler {
  const { responder } = services
  return {
    async answer(exchange) {
      const target = await likelyTarget(exchange, services)
      if (target === null) return false
      responder.redirect(exchange.response, redirectTo(target))
      return true
    },
  }
}

export function redirectTo({ location, varies = false }: Target) {
  return { status: 308, location, vary: varies ? 'Accept-Language' : undefined } as const
}

/** The page that was probably meant by an address; null when none can be found. */
export async function likelyTarget(exchange: Exchange, services: Services): Promise<Target | null> {
  const { segments } = exchange.address
  const query = withoutQueryMarks(exchange.address.query)
  for (const likely of likelyAddresses(segments)) {
    const isAsked = likely.join('/') === segments.join('/') && query === exchange.address.query
    const target =
      (isAsked ? null : await targetOf(likely, query, exchange, services)) ??
      (await targetOfFile(likely, exchange.locale, services))
    if (target) return target
  }
  return targetOfFile(segments, exchange.locale, services)
}

/** The page of an address of ours; null when nothing is there. */
export async function targetOf(
  segments: string[],
  query: URLSearchParams,
  { locale }: Exchange,
  { routes, findAddress }: Services,
): Promise<Target | null> {
  const [first, second = ''] = segments
  if (first === undefined) return { location: frontPath(locale), varies: true }
  if (first === 'a' && segments.length === 2 && /^[1-9]\d{0,14}$/.test(second)) {
    const named = query.get('l')
    const path = await findStoryPath(Number(second), isLocale(named) ? named : locale)
    return path === null ? null : { location: path, varies: !isLocale(named) }
  }
  const isMade = routes.isMade(segments)
  if (!isRenderedByFramework(segments, routes.roots) || (!isMade && !isLocale(first))) return null
  const found = await findAddress({ segments, query }, isMade)
  if (found.kind === 'missing') return null
  if (found.kind === 'moved') return { location: found.path }
  return { location: addressOf({ path: `/${segments.map(encodeURIComponent).join('/')}`, query }) }
}

async function targetOfFile(
  segments: string[],
  preferred: Locale,
  { hasSecurityText }: Services,
): Promise<Target | null> {
  const [first] = segments
  const locale = isLocale(first) ? first : preferred
  const varies = !isLocale(first)
  const sitemap = likelySitemap(segments)
  if (sitemap === 'index' && segments.join('/') !== 'sitemap.xml') return { location: sitemapIndexPath }
  if (sitemap === 'news') return { location: sitemapPath(locale, 'news.xml'), varies }
  if (segments.join('/').toLowerCase() === 'security.txt' && (await hasSecurityText()))
    return { location: '/.well-known/security.txt' }
  const feed = likelyFeed(segments)
  if (!feed) return null
  const list = feed.list.at(-1) === 'latest' ? feed.list.slice(0, -1) : feed.list
  if (list.length === 0) return { location: feedPath(frontPath(locale), feed.format), varies }
  if (!(await hasFeedOf(list))) return null
  return { location: feedPath(`/${list.map(encodeURIComponent).join('/')}`, feed.format) }
}

/* `?page=2.` and `?l=en)`: these parameters are words of ours, and any other keeps its value. */
function withoutQueryMarks(query: URLSearchParams): URLSearchParams {
  const marked = ['page', 'l'].filter(
    name => query.has(name) && withoutMarks(query.get(name) ?? '') !== query.get(name),
  )
  if (marked.length === 0) return query
  const cleaned = new URLSearchParams(query)
  for (const name of marked) cleaned.set(name, withoutMarks(query.get(name) ?? '').toLowerCase())
  return cleaned
}
