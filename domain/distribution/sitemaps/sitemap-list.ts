import { sitemapPath } from '#addresses/paths.ts'
import { lastNamed } from '#db/queries/changes.ts'
import { rangesWithSomething } from '#db/queries/sitemap-lists.ts'
import { articleCounts } from '#db/queries/sitemaps.ts'
import { archiveYears } from '#domain/discovery/archive/calendar.ts'
import { tag } from '#domain/editorial/publishing/tags.ts'
import { startOfDay } from '#i18n/dates.ts'
import { type Locale, localeList } from '#i18n/locales.ts'
import { MAX_URLS } from './sitemap-files.ts'
import { type SitemapName, sitemapFile } from './sitemap-name.ts'
import type { SitemapUrl } from './sitemap-url.ts'

/* This many changes are weeks of a busy newsroom, and are read in a few milliseconds. */
const CHANGES_LOOKED_THROUGH = 5_000

/** All sitemaps that have content, of all languages. */
export async function sitemapList(
  siteUrl: string,
  now = new Date(),
  mostUrls = MAX_URLS,
): Promise<SitemapUrl[]> {
  const named = await lastNamed(CHANGES_LOOKED_THROUGH)
  const lists = await Promise.all(localeList.map(locale => namesOf(locale, now, mostUrls)))
  return localeList.flatMap((locale, index) =>
    (lists[index] ?? []).map(name => ({
      loc: siteUrl + sitemapPath(locale, sitemapFile(name)),
      lastModified: name.kind === 'month' ? changedAt(locale, name, named) : null,
    })),
  )
}

async function namesOf(locale: Locale, now: Date, mostUrls: number): Promise<SitemapName[]> {
  const [topics, authors, months] = await Promise.all([
    rangesWithSomething('topic', locale, mostUrls, now),
    rangesWithSomething('author', locale, mostUrls, now),
    monthsOf(locale, now, mostUrls),
  ])
  return [
    { kind: 'pages' },
    { kind: 'news' },
    ...topics.map(part => ({ kind: 'topics' as const, part })),
    ...authors.map(part => ({ kind: 'authors' as const, part })),
    ...months,
  ]
}

async function monthsOf(locale: Locale, now: Date, mostUrls: number): Promise<SitemapName[]> {
  const years = await archiveYears(locale, now)
  const counts = await Promise.all(years.map(year => articleCounts(locale, monthBoundaries(year), now)))
  return years.flatMap((year, index) =>
    (counts[index] ?? [])
      .flatMap((count, place) =>
        partsOf(Math.ceil(count / mostUrls)).map(part => ({
          kind: 'month' as const,
          year,
          month: place + 1,
          part,
        })),
      )
      .reverse(),
  )
}

function monthBoundaries(year: number): Date[] {
  return Array.from({ length: 13 }, (_, index) => startOfDay(year, index + 1, 1))
}

/* Without a recent change, the month has no date: reading every article of it would cost more than a crawler saves. */
function changedAt(locale: Locale, name: Extract<SitemapName, { kind: 'month' }>, named: Map<string, Date>) {
  const { year, month } = name
  const own = named.get(tag.archive(locale, sitemapFile({ kind: 'month', year, month, part: 1 }).slice(0, 7)))
  const all = named.get(tag.everything)
  return own && all ? new Date(Math.max(own.getTime(), all.getTime())) : (own ?? all ?? null)
}

function partsOf(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1)
}
