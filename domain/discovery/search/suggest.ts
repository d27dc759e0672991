import { headlinesOf } from '#db/queries/teasers.ts'
import { searchIndex } from '#db/search-index.ts'
import { articleAt } from '#db/search-place.ts'
import type { Locale } from '#i18n/locales.ts'
import { bareWord } from './analysis/bare-word.ts'
import { completed } from './query/expand-word.ts'
import { parseQuery } from './query/parse-query.ts'
import { token } from './tokens.ts'

/** Suggestions of the search box: queries, and headlines that match. */
export type Suggestions = {
  words: string[]
  headlines: { storyId: number; headline: string; slug: string; sectionSlug: string }[]
}

const MAX_WORDS = 4
const MAX_HEADLINES = 4
/* Headlines are searched with this many completions of an unfinished word. */
const MAX_COMPLETED = 12

const NOTHING: Suggestions = { words: [], headlines: [] }

/** Suggestions for a query in progress, whose last word may be unfinished. */
export async function suggest(typed: string, locale: Locale): Promise<Suggestions> {
  const query = parseQuery(typed)
  if (typeof query === 'string' || !query.last) return NOTHING
  const { last, terms } = query
  const known = await completed(last.folded, locale, MAX_COMPLETED)
  const before = typed.trimEnd().slice(0, -lastWordOf(typed).length)
  const words = new Map(known.map(word => [bareWord(word.word), `${before}${word.spelling}`]))
  const finished = terms.filter(term => term !== last).map(({ stem }) => [token.stemIn('headline', stem)])
  const ending = [last.folded, ...known.map(({ word }) => word)].map(word => token.exactIn('headline', word))
  const places = await searchIndex.find(locale, { all: [...finished, ending] }, MAX_HEADLINES)
  const headlines = await headlinesOf(places.map(articleAt), locale)
  return {
    words: [...words.values()].filter(word => word !== typed.trim()).slice(0, MAX_WORDS),
    headlines: headlines.map(({ storyId, headline, slug, section }) => ({
      storyId,
      headline,
      slug,
      sectionSlug: section.slug,
    })),
  }
}

function lastWordOf(typed: string): string {
  return /[^\s"“”„«»]*$/u.exec(typed.trimEnd())?.[0] ?? ''
}
