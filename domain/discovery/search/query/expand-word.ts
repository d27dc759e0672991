import { knownWords, wordsBeginning } from '#db/queries/search-words.ts'
import { bareWord } from '#domain/discovery/search/analysis/bare-word.ts'
import type { Locale } from '#i18n/locales.ts'
import type { Query, QueryTerm } from './parse-query.ts'

/* A word that fewer articles than this are about may be the beginning of another. */
const WELL_KNOWN = 3
const SHORTEST = 2
const MAX_WORDS = 12

/** The folded words that each prefix of a query may stand for, by the word as typed. */
export type Completions = Map<string, string[]>

/** Completes the words that end in a star, and the last word when the index does not know it. */
export async function completionsOf({ terms, last }: Query, locale: Locale): Promise<Completions> {
  const completions: Completions = new Map()
  for (const term of terms) {
    const isUnfinished = term.isPrefix || (term === last && (await isRare(term, locale)))
    if (!isUnfinished) continue
    const words = await completed(term.folded, locale, MAX_WORDS)
    completions.set(
      term.folded,
      words.map(({ word }) => word).filter(word => word !== term.folded),
    )
  }
  return completions
}

/** Known words with this prefix, the most frequent first. */
export async function completed(folded: string, locale: Locale, limit: number) {
  const bare = bareWord(folded)
  return bare.length < SHORTEST ? [] : wordsBeginning(bare, locale, limit)
}

async function isRare({ folded }: QueryTerm, locale: Locale): Promise<boolean> {
  const [known] = await knownWords([folded], locale)
  return !known || known.articles < WELL_KNOWN
}
