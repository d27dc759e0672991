import { and, desc, eq, gte, lt, type Placeholder } from 'drizzle-orm'
import { type Reader, reader } from '#db/open.ts'
import { instantValue, prepared, value } from '#db/prepared.ts'
import { articles, type ListKind, listings } from '#db/schema/tables.ts'
import { type Locale, otherLocale } from '#i18n/locales.ts'
import { listedIn, visible } from './visible.ts'

const PAGE_SIZE = 20
/** The page size of the archive, which lists bare headlines. */
export const HEADLINES_A_PAGE = 100
/** The database would have to count through all rows before a deeper page; the archive leads there instead. */
export const LAST_PAGE = 500

export type IdPage = { ids: number[]; page: number; hasNext: boolean }

/** Cuts the extra row that tells whether there is a next page. */
function cut(rows: { id: number }[], page: number, size = PAGE_SIZE): IdPage {
  return {
    ids: rows.slice(0, size).map(row => row.id),
    page,
    hasNext: rows.length > size && page < LAST_PAGE,
  }
}

/** A page of a section's, topic's or author's visible articles, newest first. */
export async function listedPage(
  kind: ListKind,
  refId: number,
  locale: Locale,
  page: number,
  now: Date,
): Promise<IdPage> {
  return cut(await listedIds(kind, refId, locale, now, PAGE_SIZE + 1, (page - 1) * PAGE_SIZE), page)
}

/** Whether a list has a page of this number. The first exists even while nothing is listed. */
export async function hasListedPage(
  kind: ListKind,
  refId: number,
  locale: Locale,
  page: number,
  now = new Date(),
): Promise<boolean> {
  if (page === 1) return true
  return (await listedIds(kind, refId, locale, now, 1, (page - 1) * PAGE_SIZE)).length > 0
}

/** The slug of the same list in the other language; null when nothing is listed there. */
export async function twinSlug(
  kind: ListKind,
  refId: number,
  locale: Locale,
  slug: string | null,
  now: Date,
): Promise<string | null> {
  if (slug === null) return null
  const other = otherLocale(locale)
  const [first] = await listedIds(kind, refId, other, now, 1)
  return first ? slug : null
}

export function listedIds(
  kind: ListKind,
  refId: number,
  locale: Locale,
  now: Date,
  limit: number,
  offset = 0,
) {
  return listedRows().execute({ kind, refId, locale, now: instantValue(now), limit, offset })
}

const listedRows = prepared(db =>
  db
    .select({ id: articles.id })
    .from(listings)
    .innerJoin(articles, eq(articles.id, listings.articleId))
    .where(
      and(
        listedIn({
          kind: value('kind'),
          refId: value('refId'),
          locale: value('locale'),
          now: value('now'),
        }),
        visible(value('locale'), value('now')),
      ),
    )
    .orderBy(desc(listings.publishedAt), desc(listings.articleId))
    .limit(value('limit'))
    .offset(value('offset')),
)

/** A page of everything visible, newest first. */
export async function newestPage(locale: Locale, page: number, now: Date): Promise<IdPage> {
  return cut(await newestIds(locale, now, PAGE_SIZE + 1, (page - 1) * PAGE_SIZE), page)
}

/** Whether the list of everything has a page of this number. The first exists even while nothing is listed. */
export async function hasNewestPage(locale: Locale, page: number, now = new Date()): Promise<boolean> {
  return page === 1 || (await newestIds(locale, now, 1, (page - 1) * PAGE_SIZE)).length > 0
}

export function newestIds(locale: Locale, now: Date, limit: number, offset = 0) {
  return newestRows().execute({ locale, now: instantValue(now), limit, offset })
}

const newestRows = prepared(db =>
  newest(db, value('locale'), value('now'), value('limit')).offset(value('offset')),
)

/** All visible articles, newest first, as a query to build upon. */
export function newest(
  db: Reader,
  locale: Locale | Placeholder,
  now: Date | Placeholder,
  limit: number | Placeholder,
) {
  return db
    .select({ id: articles.id })
    .from(articles)
    .where(visible(locale, now))
    .orderBy(desc(articles.publishedAt), desc(articles.storyId))
    .limit(limit)
}

/** A page of what was published in `[from, to)`, newest first. */
export async function pageBetween(
  locale: Locale,
  from: Date,
  to: Date,
  page: number,
  now: Date,
): Promise<IdPage> {
  const rows = await reader()
    .select({ id: articles.id })
    .from(articles)
    .where(and(visible(locale, now), gte(articles.publishedAt, from), lt(articles.publishedAt, to)))
    .orderBy(desc(articles.publishedAt), desc(articles.storyId))
    .limit(HEADLINES_A_PAGE + 1)
    .offset((page - 1) * HEADLINES_A_PAGE)
  return cut(rows, page, HEADLINES_A_PAGE)
}

/** Whether that period has a page of this number. */
export async function hasPageBetween(
  locale: Locale,
  from: Date,
  to: Date,
  page: number,
  now = new Date(),
): Promise<boolean> {
  return (await pageBetween(locale, from, to, page, now)).ids.length > 0
}
