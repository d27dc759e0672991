import { readSearchWish, searchAddress } from '#addresses/search-address.ts'
import { LAST_PAGE } from '#db/queries/listing.ts'
import { isLocale } from '#i18n/locales.ts'
import type { CleanAddress } from '#server/requests/clean-address.ts'

/* Stands for every value of `?page=` that no list has: the answer to each of them is the same 404. */
const NO_PAGE = '0'

/**
 * The one address under which a page is rendered and stored: its path, and of the query only what the page reads.
 * Tracking parameters, and floods of invented ones, all get the same copy.
 */
export function cacheKey({
  segments,
  path,
  query,
}: Pick<CleanAddress, 'segments' | 'path' | 'query'>): string {
  const [locale, first] = segments
  if (isLocale(locale) && first === 'search' && segments.length === 2)
    return searchAddress(locale, readSearchWish(query))
  const page = isList(segments) ? pageOf(query.getAll('page')) : null
  return page === null ? path : `${path}?page=${page}`
}

/** The number of the page of a list that an address asks for; null for one that no list has. A search takes any. */
export function pageNumber(segments: string[], query: URLSearchParams): number | null {
  const page = isList(segments) && segments[1] !== 'search' ? pageOf(query.getAll('page')) : null
  return page === null ? 1 : Number(page) || null
}

/* Sections, latest, topics, authors, and months and days of the archive are lists with pages. */
function isList([locale, first = '', ...rest]: string[]): boolean {
  if (!isLocale(locale)) return false
  if (first === 'archive') return rest.length === 2 || rest.length === 3
  return ['topics', 'authors'].includes(first) ? rest.length === 1 : rest.length === 0 && first !== ''
}

function pageOf(values: string[]): string | null {
  const [value, another] = values
  if (value === undefined || (value === '1' && another === undefined)) return null
  const isOne = another === undefined && /^[1-9]\d{0,3}$/.test(value) && Number(value) <= LAST_PAGE
  return isOne ? value : NO_PAGE
}
