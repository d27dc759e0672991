/** Articles, their revisions, corrections and lists. Only the verbs of domain/editorial write them. */
import { eq } from 'drizzle-orm'
import type { ArticleFields, Belonging, StoredArticle } from '#db/queries/publishing.ts'
import {
  type ArticleStatus,
  articleAuthors,
  articles,
  corrections,
  listings,
  revisions,
} from '#db/schema/tables.ts'
import type { Tx } from '#db/write.ts'
import type { Locale } from '#i18n/locales.ts'

export async function insertArticle(
  tx: Tx,
  article: ArticleFields & { storyId: number; locale: Locale; savedAt: Date },
): Promise<StoredArticle> {
  const [row] = await tx
    .insert(articles)
    .values({ ...article, status: 'draft', revision: 1 })
    .returning()
  if (!row) throw new Error('The article was not inserted')
  return row
}

export type ArticleChange = Partial<ArticleFields> & {
  status?: ArticleStatus
  revision?: number
  publishedAt?: Date | null
  updatedAt?: Date | null
  savedAt?: Date
}

export async function changeArticle(
  tx: Tx,
  articleId: number,
  change: ArticleChange,
): Promise<StoredArticle> {
  const [row] = await tx.update(articles).set(change).where(eq(articles.id, articleId)).returning()
  if (!row) throw new Error(`Article ${articleId} is gone`)
  return row
}

export async function setAuthors(tx: Tx, articleId: number, authorIds: number[]): Promise<void> {
  await tx.delete(articleAuthors).where(eq(articleAuthors.articleId, articleId))
  const unique = [...new Set(authorIds)]
  if (unique.length === 0) return
  await tx
    .insert(articleAuthors)
    .values(unique.map((authorId, position) => ({ articleId, authorId, position })))
}

export async function keepRevision(tx: Tx, article: StoredArticle, actor: string): Promise<void> {
  const { id: articleId, revision, headline, standfirst, slug, body, savedAt } = article
  await tx.insert(revisions).values({ articleId, revision, headline, standfirst, slug, body, savedAt, actor })
}

export async function setCorrections(
  tx: Tx,
  articleId: number,
  list: { at: Date; text: string }[],
): Promise<void> {
  await tx.delete(corrections).where(eq(corrections.articleId, articleId))
  if (list.length > 0)
    await tx.insert(corrections).values(list.map(correction => ({ articleId, ...correction })))
}

export async function addCorrection(tx: Tx, articleId: number, at: Date, text: string): Promise<void> {
  await tx.insert(corrections).values({ articleId, at, text })
}

/** Puts an article into the lists it belongs to, or out of all of them when it is not published. */
export async function relist(tx: Tx, article: StoredArticle, belonging: Belonging): Promise<void> {
  await tx.delete(listings).where(eq(listings.articleId, article.id))
  const { publishedAt, locale, id: articleId } = article
  if (article.status !== 'published' || !publishedAt) return
  const row = { locale, publishedAt, articleId }
  await tx
    .insert(listings)
    .values([
      { kind: 'section', refId: belonging.sectionId, ...row },
      ...belonging.topicIds.map(refId => ({ kind: 'topic' as const, refId, ...row })),
      ...belonging.authorIds.map(refId => ({ kind: 'author' as const, refId, ...row })),
    ])
}
