import { analyze, type Term } from '#domain/discovery/search/analysis/analyze.ts'
import { stopWords } from '#domain/discovery/search/analysis/stop-words.ts'

export type QueryTerm = Pick<Term, 'folded' | 'stem'> & {
  /** Words with this prefix match too: the word ends in a star, or may be unfinished. */
  isPrefix: boolean
}

/** The searchable content of a query. */
export type Query = {
  /** All of these, anywhere. */
  terms: QueryTerm[]
  /** All of these too: words in sequence, in their exact spelling. */
  phrases: string[][]
  /** None of these. */
  not: (QueryTerm | string[])[]
  /** The last word, when nothing shows that it is finished. */
  last: QueryTerm | null
}

export type UnusableQuery = 'empty' | 'wordless' | 'onlyExcluded' | 'tooShort'

/* A pasted page is cut to its beginning. */
const MAX_CHARACTERS = 300
const MAX_TERMS = 12

const QUOTES = '"“”„«»'
const PART = new RegExp(
  `(?<minus>[-−–])?[${QUOTES}](?<phrase>[^${QUOTES}]*)(?:[${QUOTES}]|$)|(?<plain>[^\\s${QUOTES}]+)`,
  'gu',
)

/** Parses a query: words, "phrases", excluded words (-word), prefixes (word*). Never throws. */
export function parseQuery(typed: string): Query | UnusableQuery {
  const text = cut(typed).trim()
  if (text === '') return 'empty'
  const query: Query = { terms: [], phrases: [], not: [], last: null }
  let hasWords = false
  for (const { groups = {} } of text.matchAll(PART)) {
    const { minus, phrase, plain = '' } = groups
    const isUnwanted = phrase === undefined ? /^[-−–][\p{L}\p{N}]/u.test(plain) : minus !== undefined
    const words = analyze(phrase ?? plain)
    if (words.length === 0) continue
    if (isUnwanted) query.not.push(...unwanted(words))
    else if (phrase !== undefined && words.length > 1) query.phrases.push(words.map(word => word.folded))
    else query.terms.push(...termsOf(words, plain.endsWith('*')))
    hasWords ||= !isUnwanted
    query.last = !isUnwanted && phrase === undefined ? (query.terms.at(-1) ?? null) : null
  }
  if (!hasWords) return query.not.length > 0 ? 'onlyExcluded' : 'wordless'
  return withoutFillers(query)
}

function cut(typed: string): string {
  return typed.length > MAX_CHARACTERS
    ? [...typed.slice(0, 2 * MAX_CHARACTERS)].slice(0, MAX_CHARACTERS).join('')
    : typed
}

function termsOf(words: Term[], isPrefix: boolean): QueryTerm[] {
  return words.map(({ folded, stem }, index) => ({
    folded,
    stem,
    isPrefix: isPrefix && index === words.length - 1,
  }))
}

function unwanted(words: Term[]): Query['not'] {
  return words.length > 1 ? [words.map(word => word.folded)] : termsOf(words, false)
}

/*
 * Words that stand in nearly every text find nothing useful, so they are left out unless the query has no others.
 * Single letters find even less.
 */
function withoutFillers(query: Query): Query | UnusableQuery {
  const readable = unique(query.terms).filter(({ folded }) => [...folded].length > 1 || /\d/.test(folded))
  if (readable.length === 0 && query.phrases.length === 0) return 'tooShort'
  const telling = readable.filter(({ folded }) => !stopWords.has(folded))
  const terms = (telling.length > 0 || query.phrases.length > 0 ? telling : readable).slice(0, MAX_TERMS)
  const phrases = query.phrases.slice(0, MAX_TERMS)
  const not = query.not.slice(0, MAX_TERMS)
  return { terms, phrases, not, last: terms.find(term => term.folded === query.last?.folded) ?? null }
}

function unique(terms: QueryTerm[]): QueryTerm[] {
  return [...new Map(terms.map(term => [term.folded, term])).values()]
}
