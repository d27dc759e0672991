import { and, eq, lte, type Placeholder, type SQL } from 'drizzle-orm'
import { type ArticleStatus, articles } from '#db/schema/tables.ts'
import type { Locale } from '#i18n/locales.ts'

/** The one condition under which a reader may see an article. Every reader query uses it. */
export function visible(locale: Locale | Placeholder, now: Date | Placeholder): SQL | undefined {
  return and(eq(articles.locale, locale), eq(articles.status, 'published'), lte(articles.publishedAt, now))
}

type Seen = { locale: Locale; status: ArticleStatus; publishedAt: Date | null }

/** The same of an article that was read by its number: there, SQLite would take the condition for the better index. */
export function isVisible({ status, publishedAt, ...article }: Seen, locale: Locale, now: Date): boolean {
  return article.locale === locale && status === 'published' && publishedAt !== null && publishedAt <= now
}
