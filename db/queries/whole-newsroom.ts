import { asc } from 'drizzle-orm'
import type { Reader } from '#db/open.ts'
import { type TableName, tableOrder } from '#db/schema/table-order.ts'
import { articles, stories, tables } from '#db/schema/tables.ts'
import type { Tx } from '#db/write.ts'
import { emptyIndex } from './search-documents.ts'
import { published } from './visible.ts'

/** Whether anything has been written at all. */
export async function hasStories(db: Reader | Tx): Promise<boolean> {
  const rows = await db.select({ id: stories.id }).from(stories).orderBy(asc(stories.id)).limit(1)
  return rows.length > 0
}

/** When every published article was published. */
export function publications(db: Reader | Tx): Promise<{ articleId: number; publishedAt: Date | null }[]> {
  return db
    .select({ articleId: articles.id, publishedAt: articles.publishedAt })
    .from(articles)
    .where(published())
    .orderBy(asc(articles.id))
}

/**
 * Empties the newsroom, for `--replace-demo` only: every table but the record of migrations. The content version
 * goes on counting, so that no cache takes the new newsroom for the old one.
 */
export async function eraseEverything(tx: Tx): Promise<void> {
  await emptyIndex(tx)
  /* Children before their parents: foreign keys are enforced. */
  for (const name of tableOrder.toReversed()) if (!STAYS.includes(name)) await tx.delete(tables[name])
}

/* The versions, and what the program that runs holds for itself. */
const STAYS: TableName[] = ['contentChanges', 'leases']
