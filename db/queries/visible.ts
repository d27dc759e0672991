import { and, eq, lte, type Placeholder, type SQL } from 'drizzle-orm'
import type { Locale } from '../../i18n/locales'
import { articles } from '../schema/sqlite'

/** The one condition under which a reader may see an article. Every reader query uses it. */
export function visible(locale: Locale | Placeholder, now: Date | Placeholder): SQL | undefined {
  return and(eq(articles.locale, locale), eq(articles.status, 'published'), lte(articles.publishedAt, now))
}
