import { setImmediate as letOthersRun } from 'node:timers/promises'
import { reader } from '#db/open.ts'
import { nameChange } from '#db/queries/changes.ts'
import { factOf, putFact } from '#db/queries/facts.ts'
import {
  forgetReadsBefore,
  keepRanking,
  keptRanking,
  MOST_READ_SHOWN,
  type Ranked,
  readsInHour,
  visibleAmong,
} from '#db/queries/reads.ts'
import type { ReadPeriod } from '#db/schema/tables.ts'
import { write } from '#db/write.ts'
import { tag } from '#domain/editorial/publishing/tags.ts'
import { type Locale, localeList } from '#i18n/locales.ts'
import { hourOf, lastHours } from './hours.ts'
import { mostOf } from './most-of.ts'

const HOURS = { today: 24, week: 7 * 24 } as const satisfies Record<ReadPeriod, number>
const KEPT = 10
const KEPT_MS = 90 * 24 * 60 * 60 * 1000

/* Adding up a week is expensive, and ten minutes change little in it. */
const WEEK_EVERY_MS = 10 * 60 * 1000
const WEEK_FACT = 'most-read.week'

/* Enough for a language with few readers to get its list too. */
const CANDIDATES = 5_000
const CANDIDATES_AT_ONCE = 500

type Ranking = { locale: Locale; period: ReadPeriod; ranking: Ranked[] }

/**
 * Ranks the most read articles: of the last 24 hours at each call, of the last seven days every ten minutes. The change
 * is named only when readers would see another order. Call it every minute.
 */
export async function refreshMostRead(now = new Date()): Promise<void> {
  const isWeekDue = await isDue(now)
  const rankings = await rankingsOf('today', now)
  if (isWeekDue) rankings.push(...(await rankingsOf('week', now)))
  const news = await changed(rankings)
  if (news.length === 0 && !isWeekDue) return
  await write(async tx => {
    const tags: string[] = []
    for (const { locale, period, ranking } of news) {
      const before = await keptRanking(tx, locale, period)
      await keepRanking(tx, locale, period, ranking)
      if (shownOf(before, period) !== shownOf(ranking, period)) tags.push(tag.mostRead(locale))
    }
    await nameChange(tx, now, tags)
    if (!isWeekDue) return
    await forgetReadsBefore(tx, hourOf(new Date(now.getTime() - KEPT_MS)))
    await putFact(tx, WEEK_FACT, now.toISOString())
  })
}

/* Stored in the database, so that a restart does not add up a week again. The clock may have been set back. */
async function isDue(now: Date): Promise<boolean> {
  const last = await factOf(reader(), WEEK_FACT)
  return last === null || Math.abs(now.getTime() - Date.parse(last)) >= WEEK_EVERY_MS
}

async function rankingsOf(period: ReadPeriod, now: Date): Promise<Ranking[]> {
  const candidates = mostOf(await totalsOf(lastHours(HOURS[period], now)), CANDIDATES)
  const rankings = localeList.map(locale => ({ locale, period, ranking: [] as Ranked[] }))
  for (let from = 0; from < candidates.length; from += CANDIDATES_AT_ONCE) {
    const part = candidates.slice(from, from + CANDIDATES_AT_ONCE)
    const ids = part.map(candidate => candidate.articleId)
    const unfinished = rankings.filter(({ ranking }) => ranking.length < KEPT)
    if (unfinished.length === 0) break
    for (const { locale, ranking } of unfinished) {
      const seen = await visibleAmong(ids, locale, now)
      ranking.push(...part.filter(each => seen.has(each.articleId)).slice(0, KEPT - ranking.length))
    }
    await letOthersRun()
  }
  return rankings
}

async function totalsOf(hours: Date[]): Promise<Map<number, number>> {
  const totals = new Map<number, number>()
  for (const hour of hours) {
    for (const { articleId, reads } of await readsInHour(hour)) {
      totals.set(articleId, (totals.get(articleId) ?? 0) + reads)
    }
    /* The database works synchronously on this thread, and readers are waiting. */
    await letOthersRun()
  }
  return totals
}

async function changed(rankings: Ranking[]): Promise<Ranking[]> {
  const changes: Ranking[] = []
  for (const each of rankings) {
    const kept = await keptRanking(reader(), each.locale, each.period)
    if (JSON.stringify(kept) !== JSON.stringify(each.ranking)) changes.push(each)
  }
  return changes
}

/* Pages leave out of the week what today's list names already, so they may show any that is kept. */
function shownOf(ranking: Ranked[], period: ReadPeriod): string {
  return ranking
    .slice(0, period === 'today' ? MOST_READ_SHOWN : KEPT)
    .map(({ articleId }) => articleId)
    .join()
}
