/** Facets and bodies for the results of a search. */
import { and, asc, count, desc, eq, inArray } from 'drizzle-orm'
import type { Body } from '#body/body.ts'
import { preparedForIds, value } from '#db/prepared.ts'
import { articleAuthors, articles, authorTexts, stories, storyTopics, topicTexts } from '#db/schema/tables.ts'
import type { Locale } from '#i18n/locales.ts'
import { itsStory } from './article-joins.ts'
import { sectionsOf } from './frame.ts'

/** A section, topic or author that results share, with their number. */
export type Facet = { id: number; name: string; slug: string; articles: number }

/*
 * Facets are counted by id first and named afterwards: with the names in one statement, SQLite begins with them and
 * reads every article.
 */

/** The stories of these articles, and the section of each. */
export function storiesOf(articleIds: number[]): Promise<{ storyId: number; sectionId: number }[]> {
  return articleIds.length === 0 ? Promise.resolve([]) : storyRows(articleIds)
}

const storyRows = preparedForIds((db, ids) =>
  db
    .select({ storyId: articles.storyId, sectionId: stories.sectionId })
    .from(articles)
    .innerJoin(...itsStory)
    .where(inArray(articles.id, ids))
    .orderBy(asc(articles.id)),
)

/** The sections of these stories, in the order of the navigation. */
export async function sectionFacets(
  found: readonly { sectionId: number }[],
  locale: Locale,
): Promise<Facet[]> {
  const counts = new Map<number, number>()
  for (const { sectionId } of found) counts.set(sectionId, (counts.get(sectionId) ?? 0) + 1)
  const sections = await sectionsOf(locale)
  return sections.flatMap(({ id, name, slug }) => {
    const articles = counts.get(id)
    return articles ? { id, name, slug, articles } : []
  })
}

/** The most frequent topics of these stories. */
export async function topicFacets(storyIds: number[], locale: Locale, limit: number): Promise<Facet[]> {
  if (storyIds.length === 0) return []
  const counted = await topicCounts(storyIds, { limit })
  if (counted.length === 0) return []
  const names = await topicNames(
    counted.map(({ id }) => id),
    { locale },
  )
  const byId = new Map(names.map(name => [name.id, name]))
  return counted.flatMap(({ id, articles: found }) => {
    const name = byId.get(id)
    return name ? { ...name, articles: found } : []
  })
}

const topicCounts = preparedForIds((db, storyIds) =>
  db
    .select({ id: storyTopics.topicId, articles: count() })
    .from(storyTopics)
    .where(inArray(storyTopics.storyId, storyIds))
    .groupBy(storyTopics.topicId)
    .orderBy(desc(count()), asc(storyTopics.topicId))
    .limit(value('limit')),
)

const topicNames = preparedForIds((db, ids) =>
  db
    .select({ id: topicTexts.topicId, name: topicTexts.name, slug: topicTexts.slug })
    .from(topicTexts)
    .where(and(inArray(topicTexts.topicId, ids), eq(topicTexts.locale, value('locale'))))
    .orderBy(asc(topicTexts.topicId)),
)

/** The most frequent authors of these articles. */
export function authorFacets(articleIds: number[], locale: Locale, limit: number): Promise<Facet[]> {
  return articleIds.length === 0 ? Promise.resolve([]) : authorRows(articleIds, { locale, limit })
}

const authorRows = preparedForIds((db, ids) =>
  db
    .select({ id: authorTexts.authorId, name: authorTexts.name, slug: authorTexts.slug, articles: count() })
    .from(articleAuthors)
    .innerJoin(
      authorTexts,
      and(eq(authorTexts.authorId, articleAuthors.authorId), eq(authorTexts.locale, value('locale'))),
    )
    .where(inArray(articleAuthors.articleId, ids))
    .groupBy(authorTexts.authorId, authorTexts.name, authorTexts.slug)
    .orderBy(desc(count()), asc(authorTexts.authorId))
    .limit(value('limit')),
)

/** The bodies of these stories in a language, for the passages of results. */
export async function bodiesOf(storyIds: number[], locale: Locale): Promise<Map<number, Body>> {
  if (storyIds.length === 0) return new Map()
  const rows = await bodyRows(storyIds, { locale })
  return new Map(rows.map(({ storyId, body }) => [storyId, body]))
}

const bodyRows = preparedForIds((db, storyIds) =>
  db
    .select({ storyId: articles.storyId, body: articles.body })
    .from(articles)
    .where(and(inArray(articles.storyId, storyIds), eq(articles.locale, value('locale'))))
    .orderBy(asc(articles.id)),
)
