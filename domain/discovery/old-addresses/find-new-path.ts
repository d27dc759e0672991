import {
  articlePath,
  authorPath,
  feedPath,
  frontPath,
  sectionPath,
  standingPagePath,
  topicPath,
} from '#addresses/paths.ts'
import { articleAddresses, type Destination, oldAddress } from '#db/queries/addresses.ts'
import { defaultLocale, isLocale, type Locale, localeList, otherLocale } from '#i18n/locales.ts'
import { MEANINGFUL, pathKey } from './address-key.ts'

/** The forms under which an old address may be stored, most exact first. */
export function oldAddressKeys(pathname: string, query: URLSearchParams): string[] {
  return spellings(pathKey(pathname)).flatMap(path => [
    ...MEANINGFUL.flatMap(name => (query.has(name) ? [`${path}?${name}=${query.get(name)}`] : [])),
    /* A bare `/` is the chooser and never an old address. */
    ...(path === '/' ? [] : [path]),
  ])
}

/* An article address of this site without its slug. Its number is no page of a list. */
const OWN_ARTICLE = new RegExp(`^/(?:${localeList.join('|')})/[^/]+/\\d+$`)

/*
 * The path as requested, then without WordPress's front file, then as the first page of an article that had several
 * pages.
 */
function spellings(path: string): string[] {
  const bare = path.replace(/^\/index\.php(?=\/|$)/, '') || '/'
  if (OWN_ARTICLE.test(bare)) return [path]
  const first = bare.replace(/(?:\/(?:comment-)?page[/-]\d+|\/\d+)$/, '') || '/'
  /* WordPress reads only the last name of a category path. */
  const category = first.replace(/^\/category\/.+\/(?=[^/]+$)/, '/category/')
  return [...new Set([path, bare, first, category])]
}

/**
 * The current path of an old address, percent-encoded. Null when the address is unknown, 'gone' when its article was
 * withdrawn. `preferred` is the language of a feed whose address names none.
 */
export async function findNewPath(
  pathname: string,
  query: URLSearchParams,
  preferred = defaultLocale,
): Promise<{ path: string } | 'gone' | null> {
  const found = await findTarget(pathname, query)
  if (!found) return findNewFeed(pathname, query, preferred)
  return found.kind === 'withdrawn' ? 'gone' : { path: pathOf(found) }
}

async function findTarget(pathname: string, query: URLSearchParams): Promise<Destination | null> {
  for (const key of oldAddressKeys(pathname, query)) {
    const found = await oldAddress(key)
    if (found) return found
  }
  return null
}

function pathOf(found: Exclude<Destination, { kind: 'withdrawn' }>): string {
  switch (found.kind) {
    case 'front':
      return frontPath(found.locale)
    case 'article':
      return articlePath(found.address.locale, found.address)
    case 'section':
      return sectionPath(found.locale, found.slug)
    case 'topic':
      return topicPath(found.locale, found.slug)
    case 'author':
      return authorPath(found.locale, found.slug)
    case 'page':
      return standingPagePath(found.locale, found.slug)
  }
}

/*
 * WordPress serves the feed of a list below the list's address. Subscribers of the old feed continue to follow the
 * newsroom here.
 */
const FORMER_FEED = /\/feed(?:\/(?:rss2?|rdf|atom))?$/
const WITH_FEEDS = ['front', 'section', 'topic', 'author']

async function findNewFeed(
  pathname: string,
  query: URLSearchParams,
  preferred: Locale,
): Promise<{ path: string } | null> {
  const path = pathKey(pathname)
  const list = path.replace(FORMER_FEED, '')
  if (list === path) return null
  const page = await listPath(list, query, preferred)
  return page === null ? null : { path: feedPath(page, path.endsWith('/atom') ? 'atom' : 'rss') }
}

async function listPath(list: string, query: URLSearchParams, preferred: Locale): Promise<string | null> {
  if (list === '') return frontPath(preferred)
  const locale = list.slice(1)
  if (isLocale(locale)) return frontPath(locale)
  const found = await findTarget(list, query)
  return found && found.kind !== 'withdrawn' && WITH_FEEDS.includes(found.kind) ? pathOf(found) : null
}

/** The target of a story's short link for a reader of this language; null when no article of it can be read. */
export async function findStoryPath(storyId: number, locale: Locale): Promise<string | null> {
  const addresses = await articleAddresses(storyId)
  const address = addresses[locale] ?? addresses[otherLocale(locale)]
  return address ? articlePath(address.locale, address) : null
}
