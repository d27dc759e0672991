import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { Body } from '#body/body.ts'
import { instant } from './columns.ts'
import { articles } from './stories.ts'

export const revisions = sqliteTable(
  'revisions',
  {
    id: integer('id').primaryKey(),
    articleId: integer('article_id')
      .notNull()
      .references(() => articles.id),
    revision: integer('revision').notNull(),
    headline: text('headline').notNull(),
    standfirst: text('standfirst').notNull(),
    slug: text('slug').notNull(),
    body: text('body', { mode: 'json' }).$type<Body>().notNull(),
    actor: text('actor').notNull(),
    savedAt: instant('saved_at').notNull(),
  },
  t => [uniqueIndex('revisions_article').on(t.articleId, t.revision)],
)

export const auditLog = sqliteTable(
  'audit_log',
  {
    id: integer('id').primaryKey(),
    at: instant('at').notNull(),
    actor: text('actor').notNull(),
    verb: text('verb').notNull(),
    subject: text('subject').notNull(),
    detail: text('detail', { mode: 'json' }).$type<Record<string, unknown>>(),
  },
  t => [index('audit_log_subject').on(t.subject, t.id)],
)

/** Changes that readers can see. The highest version is the content version of the site. */
export const contentChanges = sqliteTable('content_changes', {
  version: integer('version').primaryKey({ autoIncrement: true }),
  at: instant('at').notNull(),
  tags: text('tags', { mode: 'json' }).$type<string[]>().notNull(),
})

/** The origin of a row, so that a second seeding or import finds it again and sees whether it changed. */
export const origins = sqliteTable(
  'origins',
  {
    origin: text('origin').notNull(),
    kind: text('kind').notNull(),
    key: text('key').notNull(),
    refId: integer('ref_id').notNull(),
    /** Hash of the source; null when it is not compared. */
    hash: text('hash'),
  },
  t => [primaryKey({ columns: [t.origin, t.kind, t.key] }), index('origins_ref').on(t.kind, t.refId)],
)
