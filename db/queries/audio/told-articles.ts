/** Articles with what a voice tells of them. */
import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Body } from '#body/body.ts'
import type { Reader } from '#db/open.ts'
import { prepared, preparedForIds, value } from '#db/prepared.ts'
import { newestIds } from '#db/queries/listing.ts'
import { isVisible, isWithdrawn } from '#db/queries/visible.ts'
import { articles } from '#db/schema/tables.ts'
import type { Tx } from '#db/write.ts'
import type { Locale } from '#i18n/locales.ts'

export type ToldHeadline = {
  id: number
  storyId: number
  locale: Locale
  revision: number
  headline: string
  standfirst: string
  publishedAt: Date
}

export type ToldArticle = ToldHeadline & { body: Body }

const headlineColumns = {
  id: articles.id,
  storyId: articles.storyId,
  locale: articles.locale,
  revision: articles.revision,
  headline: articles.headline,
  standfirst: articles.standfirst,
  status: articles.status,
  publishedAt: articles.publishedAt,
}

const oneRow = prepared(db =>
  db
    .select({ ...headlineColumns, body: articles.body })
    .from(articles)
    .where(and(eq(articles.storyId, value('storyId')), eq(articles.locale, value('locale'))))
    .orderBy(asc(articles.id)),
)

/** A published article, or the reason why there is none. */
export async function toldArticleOf(
  locale: Locale,
  storyId: number,
  now = new Date(),
): Promise<ToldArticle | 'withdrawn' | 'missing'> {
  const [row] = await oneRow().execute({ storyId, locale })
  if (!row) return 'missing'
  if (isVisible(row, now)) return row
  return isWithdrawn(row) ? 'withdrawn' : 'missing'
}

/** The article of a number, if readers may see it. */
export async function toldArticle(db: Reader | Tx, id: number, now: Date): Promise<ToldArticle | null> {
  const [row] = await db
    .select({ ...headlineColumns, body: articles.body })
    .from(articles)
    .where(eq(articles.id, id))
    .orderBy(asc(articles.id))
  return row && isVisible(row, now) ? row : null
}

const bodyRows = preparedForIds((db, ids) =>
  db
    .select({ ...headlineColumns, body: articles.body })
    .from(articles)
    .where(inArray(articles.id, ids))
    .orderBy(asc(articles.id)),
)

/** The newest articles of a language, whole. */
export async function newestToldArticles(
  locale: Locale,
  most: number,
  now = new Date(),
): Promise<ToldArticle[]> {
  const found = await newestIds(locale, now, most)
  if (found.length === 0) return []
  const rows = await bodyRows(found.map(({ id }) => id))
  const byId = new Map(rows.map(row => [row.id, row]))
  return found.flatMap(({ id }) => {
    const row = byId.get(id)
    return row && isVisible(row, now) ? [row] : []
  })
}
