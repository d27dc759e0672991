import { asc } from 'drizzle-orm'
import type { Reader } from '#db/open.ts'
import { articles, stories } from '#db/schema/tables.ts'
import type { Tx } from '#db/write.ts'
import { published } from './visible.ts'

/** Whether the newsroom has any story. */
export async function hasStories(db: Reader | Tx): Promise<boolean> {
  const rows = await db.select({ id: stories.id }).from(stories).orderBy(asc(stories.id)).limit(1)
  return rows.length > 0
}

/** The time of publication of every published article. */
export function publications(db: Reader | Tx): Promise<{ articleId: number; publishedAt: Date | null }[]> {
  return db
    .select({ articleId: articles.id, publishedAt: articles.publishedAt })
    .from(articles)
    .where(published())
    .orderBy(asc(articles.id))
}
