import { bodyText } from '#body/plain-text.ts'
import {
  authorFacets,
  bodiesOf,
  type Facet,
  sectionFacets,
  storiesOf,
  topicFacets,
} from '#db/queries/search-results.ts'
import { teasersOf } from '#db/queries/teasers.ts'
import { searchIndex } from '#db/search-index.ts'
import { articleAt, firstPlaceAt } from '#db/search-place.ts'
import type { Wanted } from '#db/search-shapes.ts'
import type { Teaser } from '#db/shapes.ts'
import { type Locale, otherLocale } from '#i18n/locales.ts'
import { isIndexComplete } from './indexing/rebuild-index.ts'
import { bestPassage } from './passages/best-passage.ts'
import { isMarked, type MarkedText, markedText } from './passages/marked-text.ts'
import { type WordMatcher, wordMatcher } from './passages/word-matcher.ts'
import { didYouMean } from './query/did-you-mean.ts'
import { type Completions, completionsOf } from './query/expand-word.ts'
import { everywhere, type Limits, looseTiers, strictTiers } from './query/expressions.ts'
import { parseQuery, type Query, type UnusableQuery } from './query/parse-query.ts'
import { MAX_FOUND, newestPlaces, rankedPlaces } from './query/ranked-places.ts'
import { token } from './tokens.ts'

export const RESULTS_PER_PAGE = 20
/* Up to this many results, facets are counted. With more, another word helps the reader better. */
const MAX_COUNTED = 100
const MAX_TOPICS = 6
const MAX_AUTHORS = 4
const MINUTE_MS = 60_000

export type SearchRequest = {
  locale: Locale
  /** The query as typed. */
  typed: string
  sectionIds?: number[]
  topicId?: number
  authorId?: number
  /** Published at this instant or later. */
  from?: Date
  /** Published before this instant. */
  to?: Date
  sort?: 'relevance' | 'newest'
  page?: number
}

type SearchResult = {
  story: Teaser
  headline: MarkedText
  /** The standfirst, or a passage of the body when only that has the words. */
  passage: MarkedText
}

/** `isMore` when there are more than can be counted. */
type Total = { count: number; isMore: boolean }

export type SearchAnswer =
  | { kind: 'unaskable'; why: UnusableQuery }
  | {
      kind: 'answered'
      total: Total
      finds: SearchResult[]
      page: number
      hasNext: boolean
      /** Whether no article has all the words, and these have some. */
      isLoose: boolean
      /** Results in the other language. */
      elsewhere: Total
      /** Null when there are too many results to count. */
      sections: Facet[] | null
      topics: Facet[]
      authors: Facet[]
      /** The probable meaning, when nothing was found. */
      meant: string | null
      /** Whether the index is still being made, so that results may be missing. */
      isPartial: boolean
    }

/** Answers any query that a reader types into the search box. */
export async function searchArticles(request: SearchRequest): Promise<SearchAnswer> {
  const { locale, typed, page = 1, sort = 'relevance' } = request
  const query = parseQuery(typed)
  if (typeof query === 'string') return { kind: 'unaskable', why: query }
  const completions = await completionsOf(query, locale)
  const limits = limitsOf(request)
  const strict = await newestPlaces(locale, everywhere(query, completions, limits))
  const isLoose = strict.length === 0 && query.terms.length + query.phrases.length > 1
  const newest = isLoose ? await newestLoosely(locale, query, completions, limits) : strict
  const tiers = isLoose ? looseTiers : strictTiers
  const places =
    sort === 'newest'
      ? newest.slice(0, MAX_FOUND)
      : await rankedPlaces(locale, tiers(query, completions, limits), newest)
  const shown = places.slice((page - 1) * RESULTS_PER_PAGE, page * RESULTS_PER_PAGE)
  return {
    kind: 'answered',
    total: totalOf(newest),
    finds: await findsAt(shown, locale, wordMatcher(query, completions), query.terms.length || 1),
    page,
    hasNext: places.length > page * RESULTS_PER_PAGE,
    isLoose: isLoose && newest.length > 0,
    elsewhere: await foundElsewhere(query, request),
    ...(await namesAmong(query, completions, request, newest)),
    meant: strict.length === 0 ? await meantInstead(request) : null,
    isPartial: !(await isIndexComplete()),
  }
}

/* A correction that finds nothing either is of no use. */
async function meantInstead({ locale, typed }: SearchRequest): Promise<string | null> {
  const meant = await didYouMean(typed, locale)
  const query = meant === null ? 'empty' : parseQuery(meant)
  if (typeof query === 'string') return null
  const [first] = await searchIndex.find(locale, everywhere(query, new Map(), limitsOf({ locale, typed })), 1)
  return first === undefined ? null : meant
}

function limitsOf({ sectionIds = [], topicId, authorId, from, to }: SearchRequest): Limits {
  const within: Wanted[][] = []
  if (sectionIds.length > 0) within.push(sectionIds.map(token.section))
  if (topicId !== undefined) within.push([token.topic(topicId)])
  if (authorId !== undefined) within.push([token.author(authorId)])
  /* Never beyond now, whatever the index may hold. */
  const soon = Date.now() + MINUTE_MS
  const end = to && to.getTime() < soon ? to : new Date(soon)
  return { within, from: from && firstPlaceAt(from), to: firstPlaceAt(end) }
}

async function newestLoosely(
  locale: Locale,
  query: Query,
  completions: Completions,
  limits: Limits,
): Promise<number[]> {
  const anywhere = looseTiers(query, completions, limits).at(-1)
  return anywhere ? newestPlaces(locale, anywhere.expression) : []
}

function totalOf(places: number[]): Total {
  return { count: Math.min(places.length, MAX_FOUND), isMore: places.length > MAX_FOUND }
}

/* Ids of sections, topics and authors are the same in both languages, so the same limits hold. */
async function foundElsewhere(query: Query, request: SearchRequest): Promise<Total> {
  const elsewhere = everywhere(query, new Map(), limitsOf(request))
  return totalOf(await newestPlaces(otherLocale(request.locale), elsewhere))
}

async function findsAt(
  places: number[],
  locale: Locale,
  matchesIn: WordMatcher,
  mostWords: number,
): Promise<SearchResult[]> {
  const articleIds = places.map(articleAt)
  const stories = await teasersOf(articleIds, locale)
  const finds = stories.map(story => ({
    story,
    headline: markedText(story.headline, matchesIn),
    passage: markedText(story.standfirst, matchesIn),
  }))
  const isHidden = (find: SearchResult) => !isMarked(find.headline) && !isMarked(find.passage)
  const hidden = new Set(finds.filter(isHidden).map(({ story }) => story.storyId))
  if (hidden.size === 0) return finds
  const bodies = await bodiesOf([...hidden], locale)
  return finds.map(find => {
    const body = bodies.get(find.story.storyId)
    const passage = body && bestPassage(bodyText(body), matchesIn, mostWords)
    return passage ? { ...find, passage: markedText(passage, matchesIn) } : find
  })
}

/* Sections are counted as if none had been chosen, so that a reader can choose another. */
async function namesAmong(query: Query, completions: Completions, request: SearchRequest, newest: number[]) {
  const { locale, sectionIds = [] } = request
  const isCountable = newest.length <= MAX_COUNTED
  const ofAllSections =
    sectionIds.length === 0
      ? newest
      : await searchIndex.find(
          locale,
          everywhere(query, completions, limitsOf({ ...request, sectionIds: [] })),
          MAX_COUNTED + 1,
        )
  const some = newest.slice(0, MAX_COUNTED).map(articleAt)
  const found = isCountable ? await storiesOf(some) : []
  const counted = ofAllSections === newest ? found : await storiesOf(ofAllSections.map(articleAt))
  return {
    sections: ofAllSections.length <= MAX_COUNTED ? await sectionFacets(counted, locale) : null,
    topics: await topicFacets(
      found.map(({ storyId }) => storyId),
      locale,
      MAX_TOPICS,
    ),
    authors: isCountable ? await authorFacets(some, locale, MAX_AUTHORS) : [],
  }
}
