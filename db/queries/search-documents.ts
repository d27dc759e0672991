/** What the index of search keeps, written together with its words. Only domain/discovery/search calls these. */
import { and, eq, inArray, lte, sql } from 'drizzle-orm'
import { type ListKind, listings, searchDocuments, searchState, searchWords } from '#db/schema/tables.ts'
import { searchIndex } from '#db/search-index.ts'
import { articleAt } from '#db/search-place.ts'
import type { IndexedArticle } from '#db/search-shapes.ts'
import type { Tx } from '#db/write.ts'
import type { Locale } from '#i18n/locales.ts'

export type SpeltWord = { word: string; bare: string; spelling: string }

/** An article as the index keeps it, and the words that it brings into the dictionary. */
export type ReadArticle = { entry: IndexedArticle; words: SpeltWord[] }

/** Puts articles of one language into the index, where they must not be yet. */
export async function addToIndex(
  tx: Tx,
  locale: Locale,
  read: readonly ReadArticle[],
  analyzer: number,
): Promise<void> {
  if (read.length === 0) return
  await tx.insert(searchDocuments).values(
    read.map(({ entry: { place }, words }) => ({
      articleId: articleAt(place),
      place,
      analyzer,
      words: words.map(({ word }) => word),
    })),
  )
  await searchIndex.put(
    tx,
    locale,
    read.map(({ entry }) => entry),
  )
  const words = new Map<string, SpeltWord & { articles: number }>()
  for (const word of read.flatMap(each => each.words))
    words.set(word.word, { ...word, articles: (words.get(word.word)?.articles ?? 0) + 1 })
  if (words.size === 0) return
  await tx
    .insert(searchWords)
    .values([...words.values()].map(word => ({ ...word, locale })))
    .onConflictDoUpdate({
      target: [searchWords.locale, searchWords.word],
      set: {
        articles: sql`${searchWords.articles} + excluded.articles`,
        spelling: sql`excluded.spelling`,
      },
    })
}

/** Takes articles of one language out of the index, as far as they are there. */
export async function removeFromIndex(tx: Tx, locale: Locale, articleIds: readonly number[]): Promise<void> {
  if (articleIds.length === 0) return
  const removed = await tx
    .delete(searchDocuments)
    .where(inArray(searchDocuments.articleId, [...articleIds]))
    .returning({ place: searchDocuments.place, words: searchDocuments.words })
  if (removed.length === 0) return
  await searchIndex.remove(
    tx,
    locale,
    removed.map(({ place }) => place),
  )
  const times = new Map<string, number>()
  for (const word of removed.flatMap(({ words }) => words)) times.set(word, (times.get(word) ?? 0) + 1)
  if (times.size === 0) return
  const ofThese = (words: string[]) => and(eq(searchWords.locale, locale), inArray(searchWords.word, words))
  for (const count of new Set(times.values())) {
    const words = [...times.keys()].filter(word => times.get(word) === count)
    await tx
      .update(searchWords)
      .set({ articles: sql`${searchWords.articles} - ${count}` })
      .where(ofThese(words))
  }
  await tx.delete(searchWords).where(and(ofThese([...times.keys()]), lte(searchWords.articles, 0)))
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

/** Has the whole index made again: each article stays in it until its turn comes. */
export async function distrustIndex(tx: Tx): Promise<void> {
  await tx.update(searchDocuments).set({ analyzer: 0 })
  await tx.delete(searchState)
}

/** Has the articles of a section, topic or author read again in the languages in which it has another name now. */
export async function distrustArticlesOf(
  tx: Tx,
  kind: ListKind,
  refId: number,
  locales: readonly Locale[],
): Promise<void> {
  const listed = tx
    .select({ articleId: listings.articleId })
    .from(listings)
    .where(and(eq(listings.kind, kind), eq(listings.refId, refId), inArray(listings.locale, [...locales])))
  const distrusted = await tx
    .update(searchDocuments)
    .set({ analyzer: 0 })
    .where(inArray(searchDocuments.articleId, listed))
    .returning({ articleId: searchDocuments.articleId })
  if (distrusted.length > 0) await tx.delete(searchState)
}
