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
 * Reads a request for a paged list; `tagOf` gives its cache tag. A page number beyond the last is missing; the first
 * page exists even when the list is empty.
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
  /* A page beyond the last is tagged too: the next publication may create it. */
  if (found) answer({ tags: [tagOf(found)], shows: found.stories.items })
  return { locale, found: found && (found.stories.items.length > 0 || page === 1) ? found : null }
}

/**
 * Addresses of a paged list: its own, and for the first page its counterpart in the other language. Readers may open
 * an empty list, but search engines should not list it.
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
