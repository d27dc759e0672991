/**
 * The progress of the search index, and the articles that it still has to read. For domain/discovery/search and the
 * doctor.
 */
import { and, asc, count, eq, gt, inArray, isNotNull, isNull, ne, not, or, sql } from 'drizzle-orm'
import { reader } from '#db/open.ts'
import { articles, searchDocuments, searchState } from '#db/schema/tables.ts'
import type { Tx } from '#db/write.ts'
import type { StoredArticle } from './publishing.ts'
import { published } from './visible.ts'

export type IndexState = { analyzer: number; through: number | null }

/** The progress of the index; null when it was never begun. */
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

/* Published articles that the index lacks or another analyzer has read, and unpublished ones that it still has. */
function isWronglyIndexed(analyzer: number) {
  const isMissing = and(
    published(),
    or(isNull(searchDocuments.analyzer), ne(searchDocuments.analyzer, analyzer)),
  )
  return or(isMissing, and(not(published()), isNotNull(searchDocuments.analyzer)))
}

export type ArticlesToIndex = {
  articles: StoredArticle[]
  /** The last article that was checked: all wrong ones up to it are in `articles`. */
  through: number
  /** Whether no article is left to check. */
  isEnd: boolean
}

/* Articles are read by id, for which both engines have a good plan: a query for the wrong ones alone reads them all. */
const LOOKED_THROUGH = 500

/** The next articles by id whose entry in the index is wrong or comes from another analyzer. */
export async function articlesToIndex(
  tx: Tx,
  { after, analyzer, limit }: { after: number; analyzer: number; limit: number },
): Promise<ArticlesToIndex> {
  const seen = await tx
    .select({ id: articles.id, isWrong: sql<boolean | number>`${isWronglyIndexed(analyzer)}` })
    .from(articles)
    .leftJoin(searchDocuments, eq(searchDocuments.articleId, articles.id))
    .where(gt(articles.id, after))
    .orderBy(asc(articles.id))
    .limit(LOOKED_THROUGH)
  const wrong = seen.filter(({ isWrong }) => Boolean(isWrong))
  const ids = wrong.slice(0, limit).map(({ id }) => id)
  const isWhole = wrong.length <= limit
  return {
    articles:
      ids.length === 0
        ? []
        : await tx.select().from(articles).where(inArray(articles.id, ids)).orderBy(asc(articles.id)),
    through: (isWhole ? seen.at(-1)?.id : ids.at(-1)) ?? after,
    isEnd: isWhole && seen.length < LOOKED_THROUGH,
  }
}

/** The number of articles with a wrong entry. */
export async function countToIndex(db: Pick<Tx, 'select'>, analyzer: number): Promise<number> {
  const [row] = await db
    .select({ articles: count() })
    .from(articles)
    .leftJoin(searchDocuments, eq(searchDocuments.articleId, articles.id))
    .where(isWronglyIndexed(analyzer))
  return row?.articles ?? 0
}

/** The number of articles in a complete index. */
export async function countIndexable(): Promise<number> {
  const [row] = await reader().select({ articles: count() }).from(articles).where(published())
  return row?.articles ?? 0
}
