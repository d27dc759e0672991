import type { Locale } from '#i18n/locales.ts'
import { withWesternDigits } from '#i18n/western-digits.ts'
import { searchPath } from './paths.ts'

export const searchPeriods = ['week', 'month', 'year'] as const
export type SearchPeriod = (typeof searchPeriods)[number]

/** A search, as its address holds it. */
export type SearchWish = {
  typed: string
  /** Slugs. */
  sections: string[]
  topic: string | null
  author: string | null
  period: SearchPeriod | null
  /** Days of the site's time zone, `2026-02-22`, both included; only without a period. */
  from: string | null
  to: string | null
  isNewestFirst: boolean
  page: number
}

/* Longer input changes no result and is cut off, so that one page has one address. */
const MOST_CHARACTERS = 300
const MOST_SECTIONS = 20
const LAST_PAGE = 50

/** Reads the query of a search's address. It accepts any input. */
export function readSearchWish(query: URLSearchParams): SearchWish {
  const one = (name: string) => query.get(name)?.normalize('NFC').trim() || null
  const period = searchPeriods.find(each => each === query.get('period')) ?? null
  const [from, to] = ordered(dayOf(query, 'from'), dayOf(query, 'to'))
  const page = /^[1-9]\d?$/.test(query.get('page') ?? '') ? Number(query.get('page')) : 1
  return {
    typed: [...(one('q') ?? '').replace(/\s+/gu, ' ')].slice(0, MOST_CHARACTERS).join(''),
    sections: [...new Set(query.getAll('section').map(slug => slug.normalize('NFC')))]
      .filter(slug => slug !== '')
      .sort()
      .slice(0, MOST_SECTIONS),
    topic: one('topic'),
    author: one('author'),
    period,
    from: period ? null : from,
    to: period ? null : to,
    isNewestFirst: query.get('sort') === 'newest',
    page: Math.min(page, LAST_PAGE),
  }
}

/** The canonical address of a search. */
export function searchAddress(locale: Locale, wish: Partial<SearchWish>): string {
  const { typed, sections = [], topic, author, period, from, to, isNewestFirst, page = 1 } = wish
  const query = new URLSearchParams()
  if (typed) query.set('q', typed)
  for (const slug of sections) query.append('section', slug)
  const rest = { topic, author, period, from, to, sort: isNewestFirst ? 'newest' : null }
  for (const [name, value] of Object.entries(rest)) if (value) query.set(name, value)
  if (page > 1) query.set('page', String(page))
  const text = query.toString()
  return text ? `${searchPath(locale)}?${text}` : searchPath(locale)
}

/* A reader who writes the later day first means the days between. */
function ordered(from: string | null, to: string | null): [string | null, string | null] {
  return from !== null && to !== null && from > to ? [to, from] : [from, to]
}

/*
 * A form without script sends a day in three fields, an address has it in one. A year or a month alone begins with its
 * first day and ends with its last; so does a month with a day that it does not have.
 */
function dayOf(query: URLSearchParams, name: 'from' | 'to'): string | null {
  const field = (part: string) => Number(withWesternDigits(query.get(`${name}-${part}`) ?? '')) || 0
  const year = field('year')
  if (!Number.isInteger(year) || year < 1000 || year > 9999) return day(query.get(name))
  const isFrom = name === 'from'
  const chosen = within(field('month'), 12)
  const month = chosen || (isFrom ? 1 : 12)
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const date = Math.min((chosen && within(field('day'), 31)) || (isFrom ? 1 : last), last)
  return new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10)
}

function within(value: number, most: number): number {
  return Number.isInteger(value) && value >= 1 && value <= most ? value : 0
}

/* Null for a day that is not in the calendar. */
function day(text: string | null): string | null {
  if (!text || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text) ? text : null
}
