/** Changed articles, with the facts that announcements to other services need. */

import { asc, inArray } from 'drizzle-orm'
import { reader } from '#db/open.ts'
import { preparedForIds } from '#db/prepared.ts'
import { type ArticleStatus, articles, type ListKind, sectionTexts } from '#db/schema/tables.ts'
import type { Locale } from '#i18n/locales.ts'
import { itsSectionTexts, itsStory } from './article-joins.ts'
import { listTexts } from './list-texts.ts'

export type AnnouncedRow = {
  storyId: number
  locale: Locale
  status: ArticleStatus
  publishedAt: Date | null
  updatedAt: Date | null
  slug: string
  sectionSlug: string
}

/** The articles of these stories in both languages, with the parts of their addresses. */
export async function articlesOfStories(storyIds: number[]): Promise<AnnouncedRow[]> {
  return storyIds.length === 0 ? [] : articleRows(storyIds)
}

const articleRows = preparedForIds((db, storyIds) =>
  db
    .select({
      storyId: articles.storyId,
      locale: articles.locale,
      status: articles.status,
      publishedAt: articles.publishedAt,
      updatedAt: articles.updatedAt,
      slug: articles.slug,
      sectionSlug: sectionTexts.slug,
    })
    .from(articles)
    .innerJoin(...itsStory)
    .innerJoin(...itsSectionTexts(articles.locale))
    .where(inArray(articles.storyId, storyIds))
    .orderBy(asc(articles.id)),
)

export type ListSlug = { kind: ListKind; id: number; locale: Locale; slug: string }

/** The slugs of these sections, topics or authors, in each language that has one. */
export async function listSlugs(kind: ListKind, ids: number[]): Promise<ListSlug[]> {
  if (ids.length === 0) return []
  const [texts, id] = listTexts(kind)
  const rows = await reader()
    .select({ id, locale: texts.locale, slug: texts.slug })
    .from(texts)
    .where(inArray(id, ids))
    .orderBy(asc(id), asc(texts.locale))
  return rows.map(row => ({ kind, ...row }))
}
