import { analyze, type Term } from '#domain/discovery/search/analysis/analyze.ts'
import { stopWords } from '#domain/discovery/search/analysis/stop-words.ts'

export type QueryTerm = Pick<Term, 'folded' | 'stem'> & {
  /** Words that begin like this one are meant too: it ends in a star, or may not be finished. */
  isPrefix: boolean
}

/** What a reader asked for, as far as it can be looked for. */
export type Query = {
  /** All of these, anywhere. */
  terms: QueryTerm[]
  /** All of these too: words one after another, as they are spelt. */
  phrases: string[][]
  /** None of these. */
  not: (QueryTerm | string[])[]
  /** The last word, when nothing says that it is finished. */
  last: QueryTerm | null
}

export type UnusableQuery = 'empty' | 'wordless' | 'tooShort'

/* Whoever pastes a page is answered by its beginning. */
const MAX_CHARACTERS = 300
const MAX_TERMS = 12

const QUOTES = '"“”„«»'
const PART = new RegExp(
  `(?<minus>[-−–])?[${QUOTES}](?<phrase>[^${QUOTES}]*)(?:[${QUOTES}]|$)|(?<plain>[^\\s${QUOTES}]+)`,
  'gu',
)

/** Reads what was typed into the search box: words, "phrases", words without which (-word), beginnings (word*). Never throws. */
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
  if (!hasWords) return 'wordless'
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

/* Words that stand everywhere find nothing, unless nothing else was asked for; single letters find even less. */
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
