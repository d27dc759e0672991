import type { StoredArticle } from '../../../db/queries/publishing'
import { addToIndex, namesAround, removeFromIndex } from '../../../db/queries/search-documents'
import type { Tx } from '../../../db/write'
import { ANALYZER } from '../analysis/analyze'
import { indexedArticle } from './indexed-article'

/**
 * Has the index say what an article says now, or forget it when readers may not see it. Called in the transaction that
 * changes the article.
 */
export async function indexArticle(tx: Tx, article: StoredArticle): Promise<void> {
  await removeFromIndex(tx, article.id, article.locale)
  const { status, publishedAt } = article
  if (status !== 'published' || !publishedAt) return
  const read = indexedArticle({ ...article, publishedAt }, await namesAround(tx, article))
  await addToIndex(tx, article.locale, { ...read, analyzer: ANALYZER })
}
