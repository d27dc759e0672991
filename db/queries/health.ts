/** Queries of `press doctor`. Each takes a database, because the doctor does not open one for writing. */
import { aliasedTable, and, asc, count, eq, gt, inArray, lt, max, notExists, sql } from 'drizzle-orm'
import { keyset } from '#db/keyset.ts'
import type { Reader } from '#db/open.ts'
import {
  articles,
  auditLog,
  authorTexts,
  contentChanges,
  pages,
  redirects,
  revisions,
  schedules,
  sectionTexts,
  stories,
  topicTexts,
} from '#db/schema/tables.ts'
import { published } from './visible.ts'

const BATCH = 500

/** The newest time of each kind of row that the program itself stamps. */
export async function newestWrites(db: Reader): Promise<{ what: string; at: Date | null }[]> {
  const [audit] = await db.select({ at: max(auditLog.at) }).from(auditLog)
  const [change] = await db.select({ at: max(contentChanges.at) }).from(contentChanges)
  const [revision] = await db.select({ at: max(revisions.savedAt) }).from(revisions)
  const [article] = await db.select({ at: max(articles.savedAt) }).from(articles)
  return [
    { what: 'entry of the audit log', at: audit?.at ?? null },
    { what: 'change that readers see', at: change?.at ?? null },
    { what: 'revision', at: revision?.at ?? null },
    { what: 'article', at: article?.at ?? null },
  ]
}

/** Articles that are published at a time still to come, so that no reader sees them. */
export async function publishedAhead(db: Reader, now: Date) {
  return db
    .select({ storyId: articles.storyId, locale: articles.locale })
    .from(articles)
    .where(and(published(), gt(articles.publishedAt, now)))
    .orderBy(asc(articles.storyId), asc(articles.locale))
}

export type StoredBody = {
  /** The name of the text, for a person. */
  place: string
  /** The stored text, unparsed: invalid JSON is a finding and must not end the search. */
  body: unknown
}

/** The texts of all articles. */
export async function* articleBodies(db: Reader): AsyncGenerator<StoredBody> {
  const body = sql<unknown>`${articles.body}`
  const read = (last?: { id: number }) =>
    db
      .select({ id: articles.id, storyId: articles.storyId, locale: articles.locale, body })
      .from(articles)
      .where(last && gt(articles.id, last.id))
      .orderBy(asc(articles.id))
      .limit(BATCH)
  for await (const rows of keyset<Awaited<ReturnType<typeof read>>[number]>(BATCH, read))
    for (const row of rows) yield { place: `story ${row.storyId} (${row.locale})`, body: row.body }
}

/** The texts of the standing pages. */
export async function pageBodies(db: Reader): Promise<StoredBody[]> {
  const rows = await db
    .select({ key: pages.key, locale: pages.locale, body: sql<unknown>`${pages.body}` })
    .from(pages)
    .orderBy(asc(pages.id))
  return rows.map(({ key, locale, body }) => ({ place: `page ${key} (${locale})`, body }))
}

export async function countArticles(db: Reader): Promise<number> {
  const [row] = await db.select({ articles: count() }).from(articles)
  return row?.articles ?? 0
}

const ownSection = aliasedTable(sectionTexts, 'own_section')

/** Every old address with its destination; null where that is missing. */
export async function* redirectDestinations(db: Reader): AsyncGenerator<RedirectDestination> {
  const read = (last?: RedirectDestination) => redirectsAfter(db, last?.path ?? '')
  for await (const rows of keyset(BATCH, read)) yield* rows
}

export type RedirectDestination = Awaited<ReturnType<typeof redirectsAfter>>[number]

async function redirectsAfter(db: Reader, path: string) {
  const leadsTo = (target: 'article' | 'section' | 'topic' | 'author' | 'page') =>
    eq(redirects.target, target)
  return db
    .select({
      path: redirects.path,
      locale: redirects.locale,
      target: redirects.target,
      refId: redirects.refId,
      story: stories.id,
      article: { slug: articles.slug, section: ownSection.slug },
      section: sectionTexts.slug,
      topic: topicTexts.slug,
      author: authorTexts.slug,
      page: pages.slug,
    })
    .from(redirects)
    .leftJoin(stories, and(leadsTo('article'), eq(stories.id, redirects.refId)))
    .leftJoin(articles, and(eq(articles.storyId, stories.id), eq(articles.locale, redirects.locale)))
    .leftJoin(
      ownSection,
      and(eq(ownSection.sectionId, stories.sectionId), eq(ownSection.locale, redirects.locale)),
    )
    .leftJoin(
      sectionTexts,
      and(
        leadsTo('section'),
        eq(sectionTexts.sectionId, redirects.refId),
        eq(sectionTexts.locale, redirects.locale),
      ),
    )
    .leftJoin(
      topicTexts,
      and(leadsTo('topic'), eq(topicTexts.topicId, redirects.refId), eq(topicTexts.locale, redirects.locale)),
    )
    .leftJoin(
      authorTexts,
      and(
        leadsTo('author'),
        eq(authorTexts.authorId, redirects.refId),
        eq(authorTexts.locale, redirects.locale),
      ),
    )
    .leftJoin(pages, and(leadsTo('page'), eq(pages.id, redirects.refId)))
    .where(gt(redirects.path, path))
    .orderBy(asc(redirects.path))
    .limit(BATCH)
}

/** Schedules that were due before an instant and still wait. */
export async function overdueSchedules(db: Reader, before: Date) {
  return db
    .select({ storyId: articles.storyId, locale: articles.locale, dueAt: schedules.dueAt })
    .from(schedules)
    .innerJoin(articles, eq(articles.id, schedules.articleId))
    .where(and(eq(schedules.state, 'waiting'), lt(schedules.dueAt, before)))
    .orderBy(asc(schedules.dueAt), asc(schedules.id))
}

const later = aliasedTable(schedules, 'later')

/** Failed schedules of articles that were neither published nor scheduled again. */
export async function failedSchedules(db: Reader) {
  const renewed = db
    .select({ id: later.id })
    .from(later)
    .where(and(eq(later.articleId, schedules.articleId), gt(later.id, schedules.id)))
  return db
    .select({ storyId: articles.storyId, locale: articles.locale, failure: schedules.failure })
    .from(schedules)
    .innerJoin(articles, eq(articles.id, schedules.articleId))
    .where(
      and(
        eq(schedules.state, 'failed'),
        inArray(articles.status, ['draft', 'review', 'scheduled']),
        notExists(renewed),
      ),
    )
    .orderBy(asc(schedules.id))
}

/** Scheduled articles without a waiting schedule, which nothing will publish. */
export async function scheduledForNothing(db: Reader) {
  const promise = db
    .select({ id: schedules.id })
    .from(schedules)
    .where(and(eq(schedules.articleId, articles.id), eq(schedules.state, 'waiting')))
  return db
    .select({ storyId: articles.storyId, locale: articles.locale })
    .from(articles)
    .where(and(eq(articles.status, 'scheduled'), notExists(promise)))
    .orderBy(asc(articles.storyId), asc(articles.locale))
}
