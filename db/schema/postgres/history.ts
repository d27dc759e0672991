import { index, integer, jsonb, pgTable, primaryKey, uniqueIndex } from 'drizzle-orm/pg-core'
import type { Body } from '#body/body.ts'
import { id, instant, text } from './columns.ts'
import { articles } from './stories.ts'

export const revisions = pgTable(
  'revisions',
  {
    id: id(),
    articleId: integer('article_id')
      .notNull()
      .references(() => articles.id),
    revision: integer('revision').notNull(),
    headline: text('headline').notNull(),
    standfirst: text('standfirst').notNull(),
    slug: text('slug').notNull(),
    body: jsonb('body').$type<Body>().notNull(),
    actor: text('actor').notNull(),
    savedAt: instant('saved_at').notNull(),
  },
  t => [uniqueIndex('revisions_article').on(t.articleId, t.revision)],
)

export const auditLog = pgTable(
  'audit_log',
  {
    id: id(),
    at: instant('at').notNull(),
    actor: text('actor').notNull(),
    verb: text('verb').notNull(),
    subject: text('subject').notNull(),
    detail: jsonb('detail').$type<Record<string, unknown>>(),
  },
  t => [index('audit_log_subject').on(t.subject, t.id)],
)

export const contentChanges = pgTable('content_changes', {
  version: integer('version').primaryKey().generatedByDefaultAsIdentity(),
  at: instant('at').notNull(),
  tags: jsonb('tags').$type<string[]>().notNull(),
})

export const origins = pgTable(
  'origins',
  {
    origin: text('origin').notNull(),
    kind: text('kind').notNull(),
    key: text('key').notNull(),
    refId: integer('ref_id').notNull(),
    hash: text('hash'),
  },
  t => [primaryKey({ columns: [t.origin, t.kind, t.key] }), index('origins_ref').on(t.kind, t.refId)],
)
