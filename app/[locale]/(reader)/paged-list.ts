import { pagedPath } from '#addresses/paths.ts'
import { readLocale, readPage, readSegment } from '#app/[locale]/params.ts'
import type { Page, Teaser } from '#db/shapes.ts'
import { type Locale, otherLocale } from '#i18n/locales.ts'
import { answer } from '#request/answer.ts'

export type PagedListProps = {
  params: Promise<{ locale: string; slug: string }>
  searchParams: Promise<{ page?: string | string[] }>
}

type Listed = { stories: Page<Teaser>; otherSlug: string | null }

/**
 * What a list in pages was asked for; `tagOf` names it for caches. Behind its last page there is nothing; the first page of an empty list is a
 * page all the same.
 */
export async function readPagedList<Found extends Listed>(
  { params, searchParams }: PagedListProps,
  find: (locale: Locale, slug: string, page: number) => Promise<Found | null>,
  tagOf: (found: Found) => string,
): Promise<{ locale: Locale; found: Found | null }> {
  const { locale: segment, slug } = await params
  const locale = readLocale(segment)
  const page = readPage((await searchParams).page)
  const found = page === null ? null : await find(locale, readSegment(slug), page)
  /* Also behind the last page: the next publication may bring another. */
  if (found) answer({ tags: [tagOf(found)], shows: found.stories.items })
  return { locale, found: found && (found.stories.items.length > 0 || page === 1) ? found : null }
}

/**
 * Addresses of a list in pages: its own, and its first page's twin in the other language. A list with nothing in it is a
 * page for readers, but nothing that a search engine should send anybody to.
 */
export function listAddresses(
  { stories, otherSlug }: Listed,
  locale: Locale,
  slug: string,
  pathOf: (locale: Locale, slug: string) => string,
) {
  const other = otherLocale(locale)
  const isEmpty = stories.items.length === 0
  const hasTwin = otherSlug !== null && stories.page === 1 && !isEmpty
  return {
    path: pagedPath(pathOf(locale, slug), stories.page),
    alternate: hasTwin ? { locale: other, path: pathOf(other, otherSlug) } : undefined,
    page: stories.page,
    isUnlisted: isEmpty,
  }
}
