import { and, asc, eq, inArray } from 'drizzle-orm'
import {
  articleAuthors,
  articles,
  authorTexts,
  sectionTexts,
  storyTopics,
  topicTexts,
} from '#db/schema/tables.ts'
import type { Tx } from '#db/write.ts'
import type { Locale } from '#i18n/locales.ts'
import { itsSectionTexts, itsStory } from './article-joins.ts'

type Named = { id: number; name: string }
export type ArticleNames = { section: Named; topics: Named[]; authors: Named[] }

/** The names of each article's section, topics and authors in its language, by its id. */
export async function namesAround(
  tx: Tx,
  around: readonly { id: number; locale: Locale }[],
): Promise<Map<number, ArticleNames>> {
  if (around.length === 0) return new Map()
  const these = inArray(
    articles.id,
    around.map(({ id }) => id),
  )
  const sectionRows = await tx
    .select({ articleId: articles.id, id: sectionTexts.sectionId, name: sectionTexts.name })
    .from(articles)
    .innerJoin(...itsStory)
    .innerJoin(...itsSectionTexts(articles.locale))
    .where(these)
    .orderBy(asc(articles.id))
  const topicRows = await tx
    .select({ articleId: articles.id, id: topicTexts.topicId, name: topicTexts.name })
    .from(articles)
    .innerJoin(storyTopics, eq(storyTopics.storyId, articles.storyId))
    .innerJoin(
      topicTexts,
      and(eq(topicTexts.topicId, storyTopics.topicId), eq(topicTexts.locale, articles.locale)),
    )
    .where(these)
    .orderBy(asc(articles.id), asc(topicTexts.topicId))
  const authorRows = await tx
    .select({ articleId: articles.id, id: authorTexts.authorId, name: authorTexts.name })
    .from(articles)
    .innerJoin(articleAuthors, eq(articleAuthors.articleId, articles.id))
    .innerJoin(
      authorTexts,
      and(eq(authorTexts.authorId, articleAuthors.authorId), eq(authorTexts.locale, articles.locale)),
    )
    .where(these)
    .orderBy(asc(articles.id), asc(authorTexts.authorId))
  const names = new Map<number, ArticleNames>()
  for (const { articleId, ...section } of sectionRows)
    names.set(articleId, { section, topics: [], authors: [] })
  for (const { articleId, ...topic } of topicRows) names.get(articleId)?.topics.push(topic)
  for (const { articleId, ...author } of authorRows) names.get(articleId)?.authors.push(author)
  return names
}
