import type { SearchExpression, Wanted } from '#db/search-shapes.ts'
import { type Part, parts, token } from '#domain/discovery/search/tokens.ts'
import type { Completions } from './expand-word.ts'
import type { Query, QueryTerm } from './parse-query.ts'

/** What holds for every find, however good it is: language, section, dates, words that must not come. */
export type Limits = Pick<SearchExpression, 'from' | 'to'> & { within: Wanted[][] }

/** The find that everything else is a part of: all of the words, in any form, anywhere. */
export function everywhere(query: Query, completions: Completions, limits: Limits): SearchExpression {
  return limited([...anywhere(query, completions), ...phrasesOf(query)], query, limits)
}

/** A find of its own worth. */
export type RankTier = {
  expression: SearchExpression
  /** Where all of the words have to stand; anywhere when there is none. */
  part?: Part
  /** It takes in every other find of its part. */
  isWidest?: boolean
}

/**
 * The finds in the order of their worth, each without looking at the ones before it: in headlines before standfirsts,
 * before names and what comes up often, before the rest; as it is spelt before other forms of it.
 */
export function strictTiers(query: Query, completions: Completions, limits: Limits): RankTier[] {
  const words = singleWords(query)
  const inOrder = query.terms.length > 1 ? [[query.terms.map(term => term.folded)]] : []
  const expression = (groups: Wanted[][]) => limited([...groups, ...phrasesOf(query)], query, limits)
  const exactIn = (part: Part) => words.map(word => [token.exactIn(part, word.folded)])
  const formsIn = (part: Part) => words.map(word => anyFormIn(part, word, completions))
  const anyInHeadline = [words.flatMap(word => anyFormIn('headline', word, completions))]
  const hasOtherForms = anywhere(query, completions).some(anyForm => anyForm.length > 1)
  return [
    ...(inOrder.length > 0
      ? [{ part: 'headline' as const, expression: expression([...inOrder, ...exactIn('headline')]) }]
      : []),
    ...parts.flatMap(part => [
      { part, expression: expression(exactIn(part)) },
      { part, expression: expression(formsIn(part)), isWidest: true },
    ]),
    ...(words.length > 1
      ? [{ expression: expression([...anyInHeadline, ...anywhere(query, completions)]) }]
      : []),
    ...(inOrder.length > 0 ? [{ expression: expression(inOrder) }] : []),
    /* Where no word has another form, that is everything there is. */
    ...(hasOtherForms ? [{ expression: expression(words.map(word => [word.folded])) }] : []),
  ]
}

/** Some of the words instead of all, the best place first: for when no article has them all. */
export function looseTiers(query: Query, completions: Completions, limits: Limits): RankTier[] {
  const words = singleWords(query)
  const anyIn = (part: Part) => [words.flatMap(word => anyFormIn(part, word, completions))]
  const anyAnywhere = [words.flatMap(word => [...forms(word), ...(completions.get(word.folded) ?? [])])]
  return [anyIn('headline'), anyIn('about'), anyAnywhere].map(all => ({
    expression: limited(all, query, limits),
  }))
}

function anywhere({ terms }: Query, completions: Completions): Wanted[][] {
  return terms.map(term => [...forms(term), ...(completions.get(term.folded) ?? [])])
}

function phrasesOf({ phrases }: Query): Wanted[][] {
  return phrases.map(phrase => [phrase])
}

/* Of a phrase too, each word is worth more in a headline; it is meant as it is spelt. */
function singleWords({ terms, phrases }: Query): QueryTerm[] {
  return [...terms, ...phrases.flat().map(folded => ({ folded, stem: folded, isPrefix: false }))]
}

function limited(all: Wanted[][], { not }: Query, { within, from, to }: Limits): SearchExpression {
  const unwanted = not.flatMap((each): Wanted[] => (Array.isArray(each) ? [each] : forms(each)))
  return { all: [...all, ...within], not: unwanted, from, to }
}

function forms({ folded, stem }: Pick<QueryTerm, 'folded' | 'stem'>): string[] {
  return folded === stem ? [folded] : [folded, stem]
}

function anyFormIn(part: Part, { folded, stem }: QueryTerm, completions: Completions): string[] {
  const completed = completions.get(folded) ?? []
  return [token.stemIn(part, stem), ...[folded, ...completed].map(word => token.exactIn(part, word))]
}
