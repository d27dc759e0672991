/** Articles, as the verbs of domain/editorial read them; writing/ writes them. */
import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Body } from '#body/body.ts'
import {
  articleAuthors,
  articles,
  redirects,
  revisions,
  sectionTexts,
  stories,
  storyTopics,
} from '#db/schema/tables.ts'
import type { Tx } from '#db/write.ts'
import type { Locale } from '#i18n/locales.ts'

export type ArticleFields = {
  headline: string
  standfirst: string
  slug: string
  body: Body
  wordCount: number
  seoTitle: string | null
  seoDescription: string | null
}

export type StoredArticle = typeof articles.$inferSelect

export async function findArticle(tx: Tx, articleId: number): Promise<StoredArticle | undefined> {
  const [row] = await tx
    .select()
    .from(articles)
    .where(eq(articles.id, articleId))
    .orderBy(asc(articles.id))
    .limit(1)
  return row
}

export async function findArticleOf(
  tx: Tx,
  storyId: number,
  locale: Locale,
): Promise<StoredArticle | undefined> {
  const where = and(eq(articles.storyId, storyId), eq(articles.locale, locale))
  const [row] = await tx.select().from(articles).where(where).orderBy(asc(articles.id)).limit(1)
  return row
}

export async function articlesOfStory(tx: Tx, storyId: number): Promise<StoredArticle[]> {
  return tx.select().from(articles).where(eq(articles.storyId, storyId)).orderBy(asc(articles.id))
}

export async function findRevision(tx: Tx, articleId: number, revision: number) {
  const where = and(eq(revisions.articleId, articleId), eq(revisions.revision, revision))
  const [row] = await tx.select().from(revisions).where(where).orderBy(asc(revisions.id)).limit(1)
  return row
}

export type Belonging = { storyId: number; sectionId: number; topicIds: number[]; authorIds: number[] }

/** Where an article belongs: its section, topics and authors. */
export async function belongingOf(tx: Tx, article: { id: number; storyId: number }): Promise<Belonging> {
  const sectionId = await sectionOfStory(tx, article.storyId)
  if (sectionId === null) throw new Error(`Story ${article.storyId} is gone`)
  const topicRows = await tx
    .select({ id: storyTopics.topicId })
    .from(storyTopics)
    .where(eq(storyTopics.storyId, article.storyId))
    .orderBy(asc(storyTopics.topicId))
  const authorRows = await tx
    .select({ id: articleAuthors.authorId })
    .from(articleAuthors)
    .where(eq(articleAuthors.articleId, article.id))
    .orderBy(asc(articleAuthors.authorId))
  return {
    storyId: article.storyId,
    sectionId,
    topicIds: topicRows.map(row => row.id),
    authorIds: authorRows.map(row => row.id),
  }
}

/** The section that a story stands in; null when there is no such story. */
export async function sectionOfStory(tx: Tx, storyId: number): Promise<number | null> {
  const [story] = await tx
    .select({ sectionId: stories.sectionId })
    .from(stories)
    .where(eq(stories.id, storyId))
    .orderBy(asc(stories.id))
  return story?.sectionId ?? null
}

/** The slug of a section in a language; null when it has none there. */
export async function sectionSlug(tx: Tx, sectionId: number, locale: Locale): Promise<string | null> {
  const [row] = await tx
    .select({ slug: sectionTexts.slug })
    .from(sectionTexts)
    .where(and(eq(sectionTexts.sectionId, sectionId), eq(sectionTexts.locale, locale)))
    .orderBy(asc(sectionTexts.sectionId))
  return row?.slug ?? null
}

export type KeptAddress = typeof redirects.$inferSelect

/** The target of an old address, when it is known. */
export async function keptAddress(tx: Tx, path: string): Promise<KeptAddress | undefined> {
  const [row] = await tx
    .select()
    .from(redirects)
    .where(eq(redirects.path, path))
    .orderBy(asc(redirects.path))
    .limit(1)
  return row
}

const ADDRESSES_AT_ONCE = 500

/** The targets of old addresses, as far as they are known. */
export async function keptAddressesOf(tx: Tx, paths: readonly string[]): Promise<Map<string, KeptAddress>> {
  const kept = new Map<string, KeptAddress>()
  for (let from = 0; from < paths.length; from += ADDRESSES_AT_ONCE) {
    const rows = await tx
      .select()
      .from(redirects)
      .where(inArray(redirects.path, paths.slice(from, from + ADDRESSES_AT_ONCE)))
      .orderBy(asc(redirects.path))
    for (const row of rows) kept.set(row.path, row)
  }
  return kept
}
