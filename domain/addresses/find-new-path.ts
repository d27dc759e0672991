import { articleAddresses, oldAddress } from '../../db/queries/addresses'
import { type Locale, otherLocale } from '../../i18n/locales'
import {
  articlePath,
  authorPath,
  frontPath,
  sectionPath,
  standingPagePath,
  topicPath,
} from '../../i18n/paths'

/** Query parameters that named something in the systems that people come from. */
const MEANINGFUL = ['p', 'page_id', 'cat', 'tag', 'author', 'attachment_id'] as const

/**
 * The forms under which an old address may have been kept, most exact first: decoded, NFC, without a slash at
 * its end, with the one query parameter that matters.
 */
export function oldAddressKeys(pathname: string, query: URLSearchParams): string[] {
  let path: string
  try {
    path = decodeURIComponent(pathname)
  } catch {
    return []
  }
  path = path.normalize('NFC').replace(/\/+$/, '') || '/'
  const keys = MEANINGFUL.flatMap(name => (query.has(name) ? [`${path}?${name}=${query.get(name)}`] : []))
  /* A bare `/` is the chooser's, never an old address. */
  return path === '/' ? keys : [...keys, path]
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
