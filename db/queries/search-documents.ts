/** The documents of the search index, written together with its words. Only domain/discovery/search calls these. */
import { and, eq, inArray, lte, sql } from 'drizzle-orm'
import { type ListKind, listings, searchDocuments, searchState, searchWords } from '#db/schema/tables.ts'
import { searchIndex } from '#db/search-index.ts'
import { articleAt } from '#db/search-place.ts'
import type { IndexedArticle } from '#db/search-shapes.ts'
import type { Tx } from '#db/write.ts'
import type { Locale } from '#i18n/locales.ts'

export type SpeltWord = { word: string; bare: string; spelling: string }

/** An article in the form of the index, and the words that it adds to the dictionary. */
export type ReadArticle = { entry: IndexedArticle; words: SpeltWord[] }

/** Adds articles of one language to the index. They must not be in it. */
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

/** Removes articles of one language from the index, as far as they are in it. */
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

/** Empties the index and marks it as not made. */
export async function emptyIndex(tx: Tx): Promise<void> {
  await searchIndex.clear(tx)
  await tx.delete(searchDocuments)
  await tx.delete(searchWords)
  await tx.delete(searchState)
}

/** One step of merging the index; see db/search-shapes.ts. */
export function gatherIndex(tx: Tx, locale: Locale, isBegun: boolean): Promise<boolean> {
  return searchIndex.gather(tx, locale, isBegun)
}

/** Marks the whole index for rebuilding. Each article stays in it until it is read again. */
export async function distrustIndex(tx: Tx): Promise<void> {
  await tx.update(searchDocuments).set({ analyzer: 0 })
  await tx.delete(searchState)
}

/** Marks the articles of a section, topic or author to be read again in the languages in which its name has changed. */
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
