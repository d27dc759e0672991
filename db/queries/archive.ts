import { and, asc, desc, exists, gte, lt, sql } from 'drizzle-orm'
import { reader } from '#db/open.ts'
import { articles } from '#db/schema/tables.ts'
import type { HeadlineItem, Page } from '#db/shapes.ts'
import type { Locale } from '#i18n/locales.ts'
import { pageBetween } from './listing.ts'
import { headlinesOf } from './teasers.ts'
import { visible } from './visible.ts'

/** When the first and the newest visible article of a language were published; null when there is none. */
export async function archiveSpan(
  locale: Locale,
  now = new Date(),
): Promise<{ first: Date; last: Date } | null> {
  const at = { at: articles.publishedAt }
  const [[first], [last]] = await Promise.all([
    reader()
      .select(at)
      .from(articles)
      .where(visible(locale, now))
      .orderBy(asc(articles.publishedAt), asc(articles.storyId))
      .limit(1),
    reader()
      .select(at)
      .from(articles)
      .where(visible(locale, now))
      .orderBy(desc(articles.publishedAt), desc(articles.storyId))
      .limit(1),
  ])
  return first?.at && last?.at ? { first: first.at, last: last.at } : null
}

/**
 * Whether any visible article was published between each two neighbouring instants. One statement; each pair costs one
 * look into the index.
 */
export async function stretchesWithArticles(
  locale: Locale,
  boundaries: Date[],
  now = new Date(),
): Promise<boolean[]> {
  const stretches = boundaries.slice(1).map((to, index) => ({ from: boundaries[index] ?? to, to }))
  if (stretches.length === 0) return []
  const columns = Object.fromEntries(
    stretches.map(({ from, to }, index) => [
      `s${index}`,
      sql<boolean | number>`${exists(
        reader()
          .select({ id: articles.id })
          .from(articles)
          .where(and(visible(locale, now), gte(articles.publishedAt, from), lt(articles.publishedAt, to))),
      )}`,
    ]),
  )
  const [row] = await reader().select(columns).from(sql`(SELECT 1) AS one`)
  return stretches.map((_, index) => Boolean(row?.[`s${index}`]))
}

/** A page of the headlines published in `[from, to)`, newest first. */
export async function headlinesBetween(
  locale: Locale,
  from: Date,
  to: Date,
  page: number,
  now = new Date(),
): Promise<Page<HeadlineItem>> {
  const { ids, ...rest } = await pageBetween(locale, from, to, page, now)
  return { ...rest, items: await headlinesOf(ids, locale) }
}
