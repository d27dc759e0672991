import { articleAddresses, oldAddress } from '../../db/queries/addresses'
import { type Locale, localeList, otherLocale } from '../../i18n/locales'
import {
  articlePath,
  authorPath,
  frontPath,
  sectionPath,
  standingPagePath,
  topicPath,
} from '../../i18n/paths'
import { MEANINGFUL, pathKey } from './address-key'

/** The forms under which an old address may have been kept, most exact first. */
export function oldAddressKeys(pathname: string, query: URLSearchParams): string[] {
  return spellings(pathKey(pathname)).flatMap(path => [
    ...MEANINGFUL.flatMap(name => (query.has(name) ? [`${path}?${name}=${query.get(name)}`] : [])),
    /* A bare `/` is the chooser's, never an old address. */
    ...(path === '/' ? [] : [path]),
  ])
}

/* An article of ours without its slug: that number is no page of anything. */
const OWN_ARTICLE = new RegExp(`^/(?:${localeList.join('|')})/[^/]+/\\d+$`)

/* As it was asked for; without WordPress's front file; and as the first page of what went over several. */
function spellings(path: string): string[] {
  const bare = path.replace(/^\/index\.php(?=\/|$)/, '') || '/'
  if (OWN_ARTICLE.test(bare)) return [path]
  const first = bare.replace(/(?:\/(?:comment-)?page[/-]\d+|\/\d+)$/, '') || '/'
  /* WordPress looks at the last name alone, whatever stands between. */
  const category = first.replace(/^\/category\/.+\/(?=[^/]+$)/, '/category/')
  return [...new Set([path, bare, first, category])]
}

/** Where an old address leads now, percent-encoded; null when it is not known. 'gone' when what it named was withdrawn. */
export async function findNewPath(
  pathname: string,
  query: URLSearchParams,
): Promise<{ path: string } | 'gone' | null> {
  for (const key of oldAddressKeys(pathname, query)) {
    const found = await oldAddress(key)
    if (!found) continue
    switch (found.kind) {
      case 'withdrawn':
        return 'gone'
      case 'front':
        return { path: frontPath(found.locale) }
      case 'article':
        return { path: articlePath(found.address.locale, found.address) }
      case 'section':
        return { path: sectionPath(found.locale, found.slug) }
      case 'topic':
        return { path: topicPath(found.locale, found.slug) }
      case 'author':
        return { path: authorPath(found.locale, found.slug) }
      case 'page':
        return { path: standingPagePath(found.locale, found.slug) }
    }
  }
  return null
}

/** Where the short link of a story leads for a reader of this language; null when nobody may read it. */
export async function findStoryPath(storyId: number, locale: Locale): Promise<string | null> {
  const addresses = await articleAddresses(storyId)
  const address = addresses[locale] ?? addresses[otherLocale(locale)]
  return address ? articlePath(address.locale, address) : null
}
