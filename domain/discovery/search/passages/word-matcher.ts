import { stemOf, type Term } from '#domain/discovery/search/analysis/analyze.ts'
import { stopWords } from '#domain/discovery/search/analysis/stop-words.ts'
import { eachWord, foldWord } from '#domain/discovery/search/analysis/words.ts'
import type { Completions } from '#domain/discovery/search/query/expand-word.ts'
import type { Query } from '#domain/discovery/search/query/parse-query.ts'

/** Gives the words of a text that match a query, in order. */
export type WordMatcher = (text: string) => Term[]

/** A matcher for the words of a query. Fillers of a phrase do not match. */
export function wordMatcher({ terms, phrases }: Query, completions: Completions): WordMatcher {
  const exact = new Set<string>()
  const stems = new Set<string>()
  for (const { folded, stem } of terms) {
    exact.add(folded)
    stems.add(stem)
    for (const word of completions.get(folded) ?? []) exact.add(word)
  }
  for (const phrase of phrases) {
    const telling = phrase.filter(word => !stopWords.has(word))
    for (const word of telling.length > 0 ? telling : phrase) exact.add(word)
  }
  return cachedMatcher(({ folded, stem }) => exact.has(folded) || stems.has(stem))
}

type Read = Pick<Term, 'text' | 'folded' | 'stem'>

/* Twenty bodies have ten thousand words, most of them repeated and without a match, so each is analysed once. */
function cachedMatcher(isWanted: (word: Read) => boolean): WordMatcher {
  const verdicts = new Map<string, Read | null>()
  const verdictOn = (text: string): Read | null => {
    const folded = foldWord(text)
    const word = { text, folded, stem: stemOf(folded) }
    const verdict = folded && isWanted(word) ? word : null
    verdicts.set(text, verdict)
    return verdict
  }
  return text => {
    const wanted: Term[] = []
    eachWord(text, (written, start) => {
      const known = verdicts.get(written)
      const word = known === undefined ? verdictOn(written) : known
      if (word) wanted.push({ ...word, start, end: start + written.length })
    })
    return wanted
  }
}
