/** What the index of search is made from, and what is known about it beside its words. Only domain/search calls these. */
import { and, asc, count, eq, gt, inArray, isNotNull, isNull, lte, ne, not, or, sql } from 'drizzle-orm'
import type { Locale } from '../../i18n/locales'
import { reader } from '../open'
import {
  articleAuthors,
  articles,
  authorTexts,
  type ListKind,
  listings,
  searchDocuments,
  searchState,
  searchWords,
  sectionTexts,
  stories,
  storyTopics,
  topicTexts,
} from '../schema/tables'
import { searchIndex } from '../search-index'
import { articleAt } from '../search-place'
import type { IndexedArticle } from '../search-shapes'
import type { Tx } from '../write'
import type { StoredArticle } from './publishing'

type Named = { id: number; name: string }
export type ArticleNames = { section: Named; topics: Named[]; authors: Named[] }

/** The names in an article's language of what it belongs to. */
export async function namesAround(
  tx: Tx,
  article: { id: number; storyId: number; locale: Locale },
): Promise<ArticleNames> {
  const { id, storyId, locale } = article
  const [section] = await tx
    .select({ id: sectionTexts.sectionId, name: sectionTexts.name })
    .from(stories)
    .innerJoin(
      sectionTexts,
      and(eq(sectionTexts.sectionId, stories.sectionId), eq(sectionTexts.locale, locale)),
    )
    .where(eq(stories.id, storyId))
    .orderBy(asc(stories.id))
  if (!section) throw new Error(`Story ${storyId} has no section in ${locale}`)
  const topics = await tx
    .select({ id: topicTexts.topicId, name: topicTexts.name })
    .from(storyTopics)
    .innerJoin(topicTexts, and(eq(topicTexts.topicId, storyTopics.topicId), eq(topicTexts.locale, locale)))
    .where(eq(storyTopics.storyId, storyId))
    .orderBy(asc(topicTexts.topicId))
  const authors = await tx
    .select({ id: authorTexts.authorId, name: authorTexts.name })
    .from(articleAuthors)
    .innerJoin(
      authorTexts,
      and(eq(authorTexts.authorId, articleAuthors.authorId), eq(authorTexts.locale, locale)),
    )
    .where(eq(articleAuthors.articleId, id))
    .orderBy(asc(authorTexts.authorId))
  return { section, topics, authors }
}

export type SpeltWord = { word: string; bare: string; spelling: string }

/** Puts an article into the index, where it must not be yet. */
export async function addToIndex(
  tx: Tx,
  locale: Locale,
  { entry, words, analyzer }: { entry: IndexedArticle; words: SpeltWord[]; analyzer: number },
): Promise<void> {
  const articleId = articleAt(entry.place)
  await tx
    .insert(searchDocuments)
    .values({ articleId, place: entry.place, analyzer, words: words.map(({ word }) => word) })
  await searchIndex.put(tx, locale, entry)
  if (words.length === 0) return
  await tx
    .insert(searchWords)
    .values(words.map(word => ({ ...word, locale, articles: 1 })))
    .onConflictDoUpdate({
      target: [searchWords.locale, searchWords.word],
      set: { articles: sql`${searchWords.articles} + 1`, spelling: sql`excluded.spelling` },
    })
}

/** Takes an article out of the index, if it is there. */
export async function removeFromIndex(tx: Tx, articleId: number, locale: Locale): Promise<void> {
  const [document] = await tx
    .delete(searchDocuments)
    .where(eq(searchDocuments.articleId, articleId))
    .returning({ place: searchDocuments.place, words: searchDocuments.words })
  if (!document) return
  await searchIndex.remove(tx, locale, document.place)
  if (document.words.length === 0) return
  const ofThese = and(eq(searchWords.locale, locale), inArray(searchWords.word, document.words))
  await tx
    .update(searchWords)
    .set({ articles: sql`${searchWords.articles} - 1` })
    .where(ofThese)
  await tx.delete(searchWords).where(and(ofThese, lte(searchWords.articles, 0)))
}

/** Empties the index, and says that it has to be made. */
export async function emptyIndex(tx: Tx): Promise<void> {
  await searchIndex.clear(tx)
  await tx.delete(searchDocuments)
  await tx.delete(searchWords)
  await tx.delete(searchState)
}

/** One step of laying the index together; see db/search-shapes.ts. */
export function gatherIndex(tx: Tx, locale: Locale, isBegun: boolean): Promise<boolean> {
  return searchIndex.gather(tx, locale, isBegun)
}

export type IndexState = { analyzer: number; through: number | null }

/** How far the index has been made; null when nothing has been done about it. */
export async function indexState(db: Pick<Tx, 'select'> = reader()): Promise<IndexState | null> {
  const [state] = await db
    .select({ analyzer: searchState.analyzer, through: searchState.through })
    .from(searchState)
    .orderBy(asc(searchState.id))
    .limit(1)
  return state ?? null
}

export async function setIndexState(tx: Tx, state: IndexState): Promise<void> {
  await tx
    .insert(searchState)
    .values({ id: 1, ...state })
    .onConflictDoUpdate({ target: searchState.id, set: state })
}

/* What the index does not have, or as another analyzer read it; and what it ought to have forgotten. */
function isWronglyIndexed(analyzer: number) {
  const isPublished = eq(articles.status, 'published')
  const isMissing = and(
    isPublished,
    or(isNull(searchDocuments.analyzer), ne(searchDocuments.analyzer, analyzer)),
  )
  return or(isMissing, and(not(isPublished), isNotNull(searchDocuments.analyzer)))
}

/** The next articles, by their numbers, about which the index is wrong or was made by another analyzer. */
export async function articlesToIndex(
  tx: Tx,
  { after, analyzer, limit }: { after: number; analyzer: number; limit: number },
): Promise<StoredArticle[]> {
  const rows = await tx
    .select({ article: articles })
    .from(articles)
    .leftJoin(searchDocuments, eq(searchDocuments.articleId, articles.id))
    .where(and(gt(articles.id, after), isWronglyIndexed(analyzer)))
    .orderBy(asc(articles.id))
    .limit(limit)
  return rows.map(({ article }) => article)
}

/** How many articles that is. */
export async function countToIndex(db: Pick<Tx, 'select'>, analyzer: number): Promise<number> {
  const [row] = await db
    .select({ articles: count() })
    .from(articles)
    .leftJoin(searchDocuments, eq(searchDocuments.articleId, articles.id))
    .where(isWronglyIndexed(analyzer))
  return row?.articles ?? 0
}

/** How many articles the whole index will have. */
export async function countIndexable(): Promise<number> {
  const [row] = await reader()
    .select({ articles: count() })
    .from(articles)
    .where(eq(articles.status, 'published'))
  return row?.articles ?? 0
}

/** Has the whole index made again: each article stays in it until its turn comes. */
export async function distrustIndex(tx: Tx): Promise<void> {
  await tx.update(searchDocuments).set({ analyzer: 0 })
  await tx.delete(searchState)
}

/** Has the articles of a section, topic or author read again, because it has another name now. */
export async function distrustArticlesOf(tx: Tx, kind: ListKind, refId: number): Promise<void> {
  const listed = tx
    .select({ articleId: listings.articleId })
    .from(listings)
    .where(and(eq(listings.kind, kind), eq(listings.refId, refId)))
  const distrusted = await tx
    .update(searchDocuments)
    .set({ analyzer: 0 })
    .where(inArray(searchDocuments.articleId, listed))
    .returning({ articleId: searchDocuments.articleId })
  if (distrusted.length > 0) await tx.delete(searchState)
}
