import { asc, eq, sql } from 'drizzle-orm'
import type { Reader } from '../open'
import { articles, stories } from '../schema/sqlite'
import type { Tx } from '../write'

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
    .where(eq(articles.status, 'published'))
    .orderBy(asc(articles.id))
}

/**
 * Empties the newsroom, for `--replace-demo` only: every table but the record of migrations. The content version
 * goes on counting, so that no cache takes the new newsroom for the old one.
 */
export async function eraseEverything(tx: Tx): Promise<void> {
  for (const name of EVERYTHING) await tx.run(sql`DELETE FROM ${sql.identifier(name)}`)
}

/* Children before their parents: foreign keys are enforced. */
const EVERYTHING = [
  'schedules',
  'read_counts',
  'most_read',
  'breaking',
  'front_places',
  'redirects',
  'listings',
  'corrections',
  'revisions',
  'article_authors',
  'story_topics',
  'story_picture_texts',
  'articles',
  'stories',
  'pages',
  'author_texts',
  'authors',
  'topic_texts',
  'topics',
  'section_texts',
  'sections',
  'media_texts',
  'media',
  'origins',
  'facts',
  'site',
  'audit_log',
]
