import { namesAround } from '#db/queries/article-names.ts'
import type { StoredArticle } from '#db/queries/publishing.ts'
import { addToIndex, removeFromIndex } from '#db/queries/search-documents.ts'
import type { Tx } from '#db/write.ts'
import { ANALYZER } from '#domain/discovery/search/analysis/analyze.ts'
import { localeList } from '#i18n/locales.ts'
import { indexedArticle } from './indexed-article.ts'

/**
 * Brings the index up to date with these articles, and removes those that readers may not see. Call it in the
 * transaction that changes them, with some dozens at most: each is held in memory.
 */
export async function indexArticles(tx: Tx, articles: readonly StoredArticle[]): Promise<void> {
  const readable = articles.flatMap(({ publishedAt, ...article }) =>
    article.status === 'published' && publishedAt ? [{ ...article, publishedAt }] : [],
  )
  const names = await namesAround(tx, readable)
  for (const locale of localeList) {
    const changed = articles.filter(article => article.locale === locale).map(({ id }) => id)
    await removeFromIndex(tx, locale, changed)
    const read = readable
      .filter(article => article.locale === locale)
      .map(article => {
        const around = names.get(article.id)
        if (!around) throw new Error(`Article ${article.id} has no section in ${locale}`)
        return indexedArticle(article, around)
      })
    await addToIndex(tx, locale, read, ANALYZER)
  }
}
