import { readListenList } from '#addresses/listen-list.ts'
import { type FoundPage, findPage, hasFeedOf } from '#domain/discovery/addresses/find-page.ts'
import { hasSitemap } from '#domain/distribution/sitemaps/has-sitemap.ts'
import { isLocale } from '#i18n/locales.ts'
import { pageNumber } from '#server/cache/cache-key.ts'
import type { CleanAddress } from '#server/requests/clean-address.ts'

/** Finds what stands behind an address of the framework's routes; `isMade` says that it is no page for readers. */
export type FindAddress = (
  address: Pick<CleanAddress, 'segments' | 'query'>,
  isMade: boolean,
) => Promise<FoundPage>

/** Asks the database, so that what is not there costs no drawing. */
export const findAddress: FindAddress = async ({ segments, query }, isMade) => {
  if (!isMade) return findPage(segments, pageNumber(segments, query))
  return (await isThere(segments)) ? { kind: 'page' } : { kind: 'missing' }
}

async function isThere(segments: readonly string[]): Promise<boolean> {
  const [first, second] = segments
  const file = segments.at(-1) ?? ''
  if (first === 'listen') return isLocale(second) && readListenList(file) !== null
  if (first === 'sitemaps') return isLocale(second) && hasSitemap(second, file)
  return /^feed\./.test(file) ? hasFeedOf(segments.slice(0, -1)) : true
}
