import { and, asc, eq, inArray, lt, sql } from 'drizzle-orm'
import { type Reader, reader } from '#db/open.ts'
import { instantValue, prepared, preparedForIds, value } from '#db/prepared.ts'
import { isRowNumber } from '#db/row-number.ts'
import { articles, mostRead as mostReadTable, type ReadPeriod, readCounts } from '#db/schema/tables.ts'
import type { MostRead } from '#db/shapes.ts'
import type { Tx } from '#db/write.ts'
import type { Locale } from '#i18n/locales.ts'
import { itsSection, itsSectionTexts, itsStory } from './article-joins.ts'
import { headlineColumns } from './teasers.ts'
import { isVisible, visible } from './visible.ts'

/** The number of most-read articles on a page. More are stored, so that a withdrawal leaves no gap. */
export const MOST_READ_SHOWN = 5
const FEWEST_TODAY = 3

/** Reads of an article in the hour that begins at `hour`. */
export type HourlyReads = { articleId: number; hour: Date; reads: number }

export type Ranked = { articleId: number; reads: number }

/* A statement takes a few thousand parameters at most. */
const ROWS_A_STATEMENT = 500

/** Adds reads to their hours. Reads of unknown articles are dropped, because anybody may send any number. */
export async function addReads(tx: Tx, sent: HourlyReads[]): Promise<void> {
  const counts = sent.filter(count => isRowNumber(count.articleId))
  for (let from = 0; from < counts.length; from += ROWS_A_STATEMENT) {
    const part = counts.slice(from, from + ROWS_A_STATEMENT)
    const ids = part.map(count => count.articleId)
    const rows = await tx.select({ id: articles.id }).from(articles).where(inArray(articles.id, ids))
    const known = new Set(rows.map(row => row.id))
    const values = part.filter(count => known.has(count.articleId))
    if (values.length === 0) continue
    await tx
      .insert(readCounts)
      .values(values)
      .onConflictDoUpdate({
        target: [readCounts.articleId, readCounts.hour],
        set: { reads: sql`${readCounts.reads} + excluded.reads` },
      })
  }
}

/** The reads of one hour, unordered. Reading a whole week of a large newsroom at once would hold up everything else. */
export function readsInHour(hour: Date): Promise<Ranked[]> {
  return reader()
    .select({ articleId: readCounts.articleId, reads: readCounts.reads })
    .from(readCounts)
    .where(eq(readCounts.hour, hour))
}

export async function forgetReadsBefore(tx: Tx, hour: Date): Promise<void> {
  await tx.delete(readCounts).where(lt(readCounts.hour, hour))
}

/** The ids among these of visible articles in this language. */
export async function visibleAmong(ids: number[], locale: Locale, now: Date): Promise<Set<number>> {
  if (ids.length === 0) return new Set()
  const rows = await articlesAmong(ids)
  return new Set(rows.filter(row => row.locale === locale && isVisible(row, now)).map(row => row.id))
}

const articlesAmong = preparedForIds((db, ids) =>
  db
    .select({
      id: articles.id,
      locale: articles.locale,
      status: articles.status,
      publishedAt: articles.publishedAt,
    })
    .from(articles)
    .where(inArray(articles.id, ids))
    .orderBy(asc(articles.id)),
)

/** The stored ranking, which may hold articles that were withdrawn since. */
export function keptRanking(db: Reader | Tx, locale: Locale, period: ReadPeriod): Promise<Ranked[]> {
  return db
    .select({ articleId: mostReadTable.articleId, reads: mostReadTable.reads })
    .from(mostReadTable)
    .where(and(eq(mostReadTable.locale, locale), eq(mostReadTable.period, period)))
    .orderBy(asc(mostReadTable.position))
}

export async function keepRanking(
  tx: Tx,
  locale: Locale,
  period: ReadPeriod,
  ranking: Ranked[],
): Promise<void> {
  await tx
    .delete(mostReadTable)
    .where(and(eq(mostReadTable.locale, locale), eq(mostReadTable.period, period)))
  if (ranking.length === 0) return
  const rows = ranking.map((ranked, index) => ({ locale, period, position: index + 1, ...ranked }))
  await tx.insert(mostReadTable).values(rows)
}

/** The most-read articles of a language, in two rankings. One query. */
export async function mostRead(
  locale: Locale,
  now = new Date(),
  { limit = MOST_READ_SHOWN } = {},
): Promise<MostRead> {
  const rows = await mostReadRows().execute({ locale, now: instantValue(now) })
  const ranked = (wanted: ReadPeriod) =>
    rows
      .filter(row => row.period === wanted)
      .slice(0, limit)
      .map(({ period: _, publishedAt, ...item }) => ({ ...item, publishedAt: publishedAt ?? new Date(0) }))
  return { today: ranked('today'), week: ranked('week') }
}

/**
 * The most-read articles of a language, as pages show them: this week's list goes on where today's ends, because a page
 * that names a story twice wastes a line. Fewer than three are no ranking of today, as early in the day.
 */
export async function mostReadApart(locale: Locale, now = new Date()): Promise<MostRead> {
  const { today, week } = await mostRead(locale, now, { limit: 2 * MOST_READ_SHOWN })
  const shown = today.length < FEWEST_TODAY ? [] : today.slice(0, MOST_READ_SHOWN)
  const named = new Set(shown.map(item => item.storyId))
  return { today: shown, week: week.filter(item => !named.has(item.storyId)).slice(0, MOST_READ_SHOWN) }
}

const mostReadRows = prepared(db =>
  db
    .select({ period: mostReadTable.period, ...headlineColumns })
    .from(mostReadTable)
    .innerJoin(
      articles,
      and(eq(articles.id, mostReadTable.articleId), visible(value('locale'), value('now'))),
    )
    .innerJoin(...itsStory)
    .innerJoin(...itsSection)
    .innerJoin(...itsSectionTexts(value('locale')))
    .where(eq(mostReadTable.locale, value('locale')))
    .orderBy(asc(mostReadTable.period), asc(mostReadTable.position)),
)
