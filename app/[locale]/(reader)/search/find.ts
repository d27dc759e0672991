import { cache } from 'react'
import { readSearchWish, type SearchPeriod, type SearchWish } from '#addresses/search-address.ts'
import { readerFrame } from '#app/[locale]/(reader)/reader-frame.ts'
import { feedSubject } from '#db/queries/feed-subjects.ts'
import { searchArticles } from '#domain/discovery/search/search-articles.ts'
import { nextMidnight, startOfIsoDay } from '#i18n/dates.ts'
import type { Locale } from '#i18n/locales.ts'

const DAY_MS = 86_400_000
const DAYS = { week: 7, month: 30, year: 365 } as const satisfies Record<SearchPeriod, number>

export type SearchQuery = Record<string, string | string[] | undefined>

/** Results of a search, with the topic and author named in its address. React's cache runs it once per page. */
export const find = cache(async (locale: Locale, query: string) => {
  const wish = readSearchWish(new URLSearchParams(query))
  const [{ sections }, topic, author] = await Promise.all([
    readerFrame(locale),
    wish.topic ? feedSubject(locale, 'topic', wish.topic) : null,
    wish.author ? feedSubject(locale, 'author', wish.author) : null,
  ])
  const chosen = sections.filter(({ slug }) => wish.sections.includes(slug))
  const answer = await searchArticles({
    locale,
    typed: wish.typed,
    sectionIds: chosen.map(({ id }) => id),
    topicId: topic?.id,
    authorId: author?.id,
    ...dateRange(wish, new Date()),
    sort: wish.isNewestFirst ? 'newest' : 'relevance',
    page: wish.page,
  })
  /* A filter that names no section, topic or author is ignored. */
  const known = {
    sections: chosen.map(({ slug }) => slug),
    topic: topic?.slug ?? null,
    author: author?.slug ?? null,
  }
  return { wish: { ...wish, ...known }, answer, topic, author }
})

/** The query as text: React's cache compares arguments by identity, and two equal objects would search twice. */
export function queryText(query: SearchQuery): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    [value ?? []].flat().map(each => [name, each] as [string, string]),
  )
  return new URLSearchParams(pairs).toString()
}

function dateRange({ period, from, to }: SearchWish, now: Date): { from?: Date; to?: Date } {
  if (period) return { from: new Date(now.getTime() - DAYS[period] * DAY_MS) }
  return {
    from: from ? startOfIsoDay(from) : undefined,
    to: to ? nextMidnight(startOfIsoDay(to)) : undefined,
  }
}
