/** Articles as the newsroom sees them, whatever their status. Readers' pages have their own queries. */

import { and, asc, desc, eq, type SQL } from 'drizzle-orm'
import { reader } from '#db/open.ts'
import { isRowNumber } from '#db/row-number.ts'
import { type ArticleStatus, articles, revisions, sectionTexts } from '#db/schema/tables.ts'
import type { Locale } from '#i18n/locales.ts'
import { itsSectionTexts, itsStory } from './article-joins.ts'
import { newestSchedules, type Schedule } from './schedules.ts'

export type DeskArticle = {
  id: number
  storyId: number
  locale: Locale
  status: ArticleStatus
  revision: number
  headline: string
  /** The section's name in the article's language. */
  section: string | null
  publishedAt: Date | null
  updatedAt: Date | null
  savedAt: Date
  /** The newest schedule to publish it, whatever its state. */
  schedule: Schedule | null
}

/** Articles by the id of their story, the newest first. */
export function deskArticles(filter: {
  locale?: Locale
  status?: ArticleStatus
  limit: number
}): Promise<DeskArticle[]> {
  const { locale, status, limit } = filter
  const where = and(
    locale ? eq(articles.locale, locale) : undefined,
    status ? eq(articles.status, status) : undefined,
  )
  return rowsWhere(where, limit)
}

/** The article of a story in one language; null when there is none. */
export async function deskArticle(storyId: number, locale: Locale): Promise<DeskArticle | null> {
  if (!isRowNumber(storyId)) return null
  const [row] = await rowsWhere(and(eq(articles.storyId, storyId), eq(articles.locale, locale)), 1)
  return row ?? null
}

async function rowsWhere(where: SQL | undefined, limit: number): Promise<DeskArticle[]> {
  const rows = await reader()
    .select({
      id: articles.id,
      storyId: articles.storyId,
      locale: articles.locale,
      status: articles.status,
      revision: articles.revision,
      headline: articles.headline,
      section: sectionTexts.name,
      publishedAt: articles.publishedAt,
      updatedAt: articles.updatedAt,
      savedAt: articles.savedAt,
    })
    .from(articles)
    .innerJoin(...itsStory)
    .leftJoin(...itsSectionTexts(articles.locale))
    .where(where)
    .orderBy(desc(articles.storyId), asc(articles.locale))
    .limit(limit)
  const promises = await newestSchedules(
    reader(),
    rows.map(row => row.id),
  )
  return rows.map(row => ({ ...row, schedule: promises.get(row.id) ?? null }))
}

export type DeskRevision = { revision: number; headline: string; actor: string; savedAt: Date }

/** The revisions of an article, the newest first. */
export async function deskRevisions(articleId: number, limit: number): Promise<DeskRevision[]> {
  return reader()
    .select({
      revision: revisions.revision,
      headline: revisions.headline,
      actor: revisions.actor,
      savedAt: revisions.savedAt,
    })
    .from(revisions)
    .where(eq(revisions.articleId, articleId))
    .orderBy(desc(revisions.revision))
    .limit(limit)
}
