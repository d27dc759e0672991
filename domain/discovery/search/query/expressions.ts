import type { SearchExpression, Wanted } from '#db/search-shapes.ts'
import { type Part, parts, token } from '#domain/discovery/search/tokens.ts'
import type { Completions } from './expand-word.ts'
import type { Query, QueryTerm } from './parse-query.ts'

/** Conditions that every result meets, whatever its rank: language, section, dates, excluded words. */
export type Limits = Pick<SearchExpression, 'from' | 'to'> & { within: Wanted[][] }

/** The expression that contains every other one: all of the words, in any form, anywhere. */
export function everywhere(query: Query, completions: Completions, limits: Limits): SearchExpression {
  return limited([...anywhere(query, completions), ...phrasesOf(query)], query, limits)
}

/** A tier of results that rank together. */
export type RankTier = {
  expression: SearchExpression
  /** All of the words have to stand in this part; anywhere when it is absent. */
  part?: Part
  /** Whether this tier contains all other tiers of its part. */
  isWidest?: boolean
}

/**
 * The tiers from best to worst, each independent of those before it: headlines before standfirsts, then names and
 * frequent words, then the rest; exact spelling before other forms.
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
    /* Where no word has another form, this would be the expression for everything. */
    ...(hasOtherForms ? [{ expression: expression(words.map(word => [word.folded])) }] : []),
  ]
}

/** Tiers for articles that have only some of the words, best place first; used when no article has all of them. */
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

/* Each word of a phrase also counts in a headline, in its exact spelling. */
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
