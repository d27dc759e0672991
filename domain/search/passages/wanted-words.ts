import type { Term } from '../analysis/analyze'
import { stopWords } from '../analysis/stop-words'
import type { Completions } from '../query/expand-word'
import type { Query } from '../query/parse-query'

/** Whether a word of a text is one that was looked for. */
export type WantedWords = (term: Pick<Term, 'folded' | 'stem'>) => boolean

/** The words that a query found its articles by; of a phrase, those that say something. */
export function wantedWords({ terms, phrases }: Query, completions: Completions): WantedWords {
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
  return ({ folded, stem }) => exact.has(folded) || stems.has(stem)
}
