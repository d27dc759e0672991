/** What is shown of what search has found. */
import { and, asc, count, desc, eq, inArray } from 'drizzle-orm'
import type { Locale } from '../../i18n/locales'
import type { Body } from '../body'
import { reader } from '../open'
import { preparedForIds, value } from '../prepared'
import {
  articleAuthors,
  articles,
  authorTexts,
  sections,
  sectionTexts,
  stories,
  storyTopics,
  topicTexts,
} from '../schema/tables'

/** A name that finds have in common, and how many of them. */
export type Facet = { id: number; name: string; slug: string; articles: number }

/** The sections of these articles, in the order of the newspaper. */
export function sectionFacets(articleIds: number[], locale: Locale): Promise<Facet[]> {
  return articleIds.length === 0 ? Promise.resolve([]) : sectionRows(articleIds, { locale })
}

const sectionRows = preparedForIds((db, ids) =>
  db
    .select({ id: sections.id, name: sectionTexts.name, slug: sectionTexts.slug, articles: count() })
    .from(articles)
    .innerJoin(stories, eq(stories.id, articles.storyId))
    .innerJoin(sections, eq(sections.id, stories.sectionId))
    .innerJoin(
      sectionTexts,
      and(eq(sectionTexts.sectionId, sections.id), eq(sectionTexts.locale, value('locale'))),
    )
    .where(inArray(articles.id, ids))
    .groupBy(sections.id, sections.position, sectionTexts.name, sectionTexts.slug)
    .orderBy(asc(sections.position), asc(sections.id)),
)

/** The topics that most of these articles have. */
export function topicFacets(articleIds: number[], locale: Locale, limit: number): Promise<Facet[]> {
  return articleIds.length === 0 ? Promise.resolve([]) : topicRows(articleIds, { locale, limit })
}

const topicRows = preparedForIds((db, ids) =>
  db
    .select({ id: topicTexts.topicId, name: topicTexts.name, slug: topicTexts.slug, articles: count() })
    .from(articles)
    .innerJoin(storyTopics, eq(storyTopics.storyId, articles.storyId))
    .innerJoin(
      topicTexts,
      and(eq(topicTexts.topicId, storyTopics.topicId), eq(topicTexts.locale, value('locale'))),
    )
    .where(inArray(articles.id, ids))
    .groupBy(topicTexts.topicId, topicTexts.name, topicTexts.slug)
    .orderBy(desc(count()), asc(topicTexts.topicId))
    .limit(value('limit')),
)

/** Who wrote most of these articles. */
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

/** The bodies of these articles, for passages. */
export async function bodiesOf(articleIds: number[]): Promise<Map<number, Body>> {
  if (articleIds.length === 0) return new Map()
  const rows = await bodyRows(articleIds)
  return new Map(rows.map(({ storyId, body }) => [storyId, body]))
}

const bodyRows = preparedForIds((db, ids) =>
  db
    .select({ storyId: articles.storyId, body: articles.body })
    .from(articles)
    .where(inArray(articles.id, ids))
    .orderBy(asc(articles.id)),
)

/** The topic or author of this name in addresses. */
export async function topicBySlug(slug: string, locale: Locale): Promise<Omit<Facet, 'articles'> | null> {
  const [topic] = await reader()
    .select({ id: topicTexts.topicId, name: topicTexts.name, slug: topicTexts.slug })
    .from(topicTexts)
    .where(and(eq(topicTexts.locale, locale), eq(topicTexts.slug, slug)))
    .orderBy(asc(topicTexts.topicId))
    .limit(1)
  return topic ?? null
}

export async function authorBySlug(slug: string, locale: Locale): Promise<Omit<Facet, 'articles'> | null> {
  const [author] = await reader()
    .select({ id: authorTexts.authorId, name: authorTexts.name, slug: authorTexts.slug })
    .from(authorTexts)
    .where(and(eq(authorTexts.locale, locale), eq(authorTexts.slug, slug)))
    .orderBy(asc(authorTexts.authorId))
    .limit(1)
  return author ?? null
}
