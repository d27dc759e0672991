/** The statements behind the verbs of domain/editorial/publishing. Nobody else calls them. */
import { and, asc, eq } from 'drizzle-orm'
import type { Body } from '#body/body.ts'
import {
  type ArticleStatus,
  articleAuthors,
  articles,
  auditLog,
  contentChanges,
  corrections,
  listings,
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

export async function findRevision(tx: Tx, articleId: number, revision: number) {
  const where = and(eq(revisions.articleId, articleId), eq(revisions.revision, revision))
  const [row] = await tx.select().from(revisions).where(where).orderBy(asc(revisions.id)).limit(1)
  return row
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

export type Belonging = { storyId: number; sectionId: number; topicIds: number[]; authorIds: number[] }

/** Where an article belongs: its section, topics and authors. */
export async function belongingOf(tx: Tx, article: { id: number; storyId: number }): Promise<Belonging> {
  const [story] = await tx
    .select({ sectionId: stories.sectionId })
    .from(stories)
    .where(eq(stories.id, article.storyId))
    .orderBy(asc(stories.id))
  if (!story) throw new Error(`Story ${article.storyId} is gone`)
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
    sectionId: story.sectionId,
    topicIds: topicRows.map(row => row.id),
    authorIds: authorRows.map(row => row.id),
  }
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

export async function writeAudit(
  tx: Tx,
  entry: { at: Date; actor: string; verb: string; subject: string; detail?: Record<string, unknown> },
): Promise<void> {
  await tx.insert(auditLog).values(entry)
}

/** Names what readers may now see differently; this is how every cache learns of it. */
export async function nameChange(tx: Tx, at: Date, tags: Iterable<string>): Promise<void> {
  const unique = [...new Set(tags)].sort()
  if (unique.length > 0) await tx.insert(contentChanges).values({ at, tags: unique })
}

export async function keepOldAddress(tx: Tx, redirect: typeof redirects.$inferInsert): Promise<void> {
  const { target, refId, locale } = redirect
  await tx
    .insert(redirects)
    .values(redirect)
    .onConflictDoUpdate({ target: redirects.path, set: { target, refId, locale } })
}

export type KeptAddress = typeof redirects.$inferSelect

/** What an old address leads to, when it is known. */
export async function keptAddress(tx: Tx, path: string): Promise<KeptAddress | undefined> {
  const [row] = await tx
    .select()
    .from(redirects)
    .where(eq(redirects.path, path))
    .orderBy(asc(redirects.path))
    .limit(1)
  return row
}
