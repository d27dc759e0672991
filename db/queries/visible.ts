/** Conditions for content that readers may see. Every query for a reader's page uses them. */
import { and, type Column, eq, isNotNull, lte, ne, type Placeholder, type SQL } from 'drizzle-orm'
import { type ArticleStatus, articles, type ListKind, listings, pages } from '#db/schema/tables.ts'
import type { Locale } from '#i18n/locales.ts'

type LocaleValue = Locale | Placeholder
type InstantValue = Date | Placeholder

/** The one condition under which a reader may see an article. */
export function visible(locale: LocaleValue, now: InstantValue): SQL | undefined {
  return and(eq(articles.locale, locale), published(), lte(articles.publishedAt, now))
}

type Publication = { status: ArticleStatus; publishedAt: Date | null }

/**
 * The same for an article that was read by its id: in that query, SQLite would use the condition to choose a worse
 * index.
 */
export function isVisible<Article extends Publication>(
  article: Article,
  now: Date,
): article is Article & { publishedAt: Date } {
  const { status, publishedAt } = article
  return status === 'published' && publishedAt !== null && publishedAt <= now
}

/** The condition for an article that is published, even if its time is still to come. */
export function published(): SQL {
  return eq(articles.status, 'published')
}

/** The condition for an article that readers could see once. It may come back: as a draft again, or scheduled. */
export function withdrawn(): SQL | undefined {
  return and(ne(articles.status, 'published'), isNotNull(articles.publishedAt))
}

/** The same for an article that was read by its id. */
export function isWithdrawn({ status, publishedAt }: Publication): boolean {
  return status !== 'published' && publishedAt !== null
}

type ListedIn = {
  kind: ListKind | Placeholder
  refId: number | Placeholder | Column
  locale: LocaleValue
  now: InstantValue
}

/** The condition for the rows of one list in the index of lists, up to now. Its articles still need `visible`. */
export function listedIn({ kind, refId, locale, now }: ListedIn): SQL | undefined {
  return and(
    eq(listings.kind, kind),
    eq(listings.refId, refId),
    eq(listings.locale, locale),
    lte(listings.publishedAt, now),
  )
}

/** The one condition under which a reader may see a standing page. */
export function visiblePage({ status }: { status: Column } = pages): SQL {
  return eq(status, 'published')
}
