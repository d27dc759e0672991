/** How far the index of search has been made, and what is still to be read. Only domain/discovery/search and the doctor ask. */
import { and, asc, count, eq, gt, inArray, isNotNull, isNull, ne, not, or, sql } from 'drizzle-orm'
import { reader } from '#db/open.ts'
import { articles, searchDocuments, searchState } from '#db/schema/tables.ts'
import type { Tx } from '#db/write.ts'
import type { StoredArticle } from './publishing.ts'
import { published } from './visible.ts'

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
  const isMissing = and(
    published(),
    or(isNull(searchDocuments.analyzer), ne(searchDocuments.analyzer, analyzer)),
  )
  return or(isMissing, and(not(published()), isNotNull(searchDocuments.analyzer)))
}

export type ArticlesToIndex = {
  articles: StoredArticle[]
  /** All that was looked through, up to this article's number, is in these. */
  through: number
  /** Behind them there is nothing to look through. */
  isEnd: boolean
}

/* Read in the order of their numbers, which both engines' planners do: a query for the wrong ones alone reads them all. */
const LOOKED_THROUGH = 500

/** The next articles, by their numbers, about which the index is wrong or was made by another analyzer. */
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
  const [row] = await reader().select({ articles: count() }).from(articles).where(published())
  return row?.articles ?? 0
}
