import { bodyText } from '#body/plain-text.ts'
import type { ArticleNames } from '#db/queries/article-names.ts'
import type { StoredArticle } from '#db/queries/publishing.ts'
import type { ReadArticle, SpeltWord } from '#db/queries/search-documents.ts'
import { placeOf } from '#db/search-place.ts'
import { analyze, type Term } from '#domain/discovery/search/analysis/analyze.ts'
import { bareWord } from '#domain/discovery/search/analysis/bare-word.ts'
import { stopWords } from '#domain/discovery/search/analysis/stop-words.ts'
import { type Part, token } from '#domain/discovery/search/tokens.ts'

/* A longer article is a book, and a tsvector has no later positions. */
const MAX_WORDS = 15_000
/* A word that occurs this often tells what the text is about. */
const OFTEN = 3
const MAX_THEMES = 12

/** The index entry of an article, with the words that it adds to the dictionary. */
export function indexedArticle(
  article: StoredArticle & { publishedAt: Date },
  names: ArticleNames,
): ReadArticle {
  const headline = analyze(article.headline)
  const standfirst = analyze(article.standfirst)
  const around = [names.section, ...names.topics, ...names.authors].map(({ name }) => analyze(name))
  const body = bodyText(article.body).split('\n').map(analyze)
  const summary = [...headline, ...standfirst]
  const about = [...summary, ...around.flat(), ...themes(body.flat())]
  const texts = [headline, standfirst, ...around, ...body]
    .flatMap(text => [...text, null])
    .slice(0, MAX_WORDS)
  return {
    entry: {
      place: placeOf(article.publishedAt, article.id),
      exact: texts.map(term => term?.folded ?? null),
      others: each([
        token.section(names.section.id),
        ...names.topics.map(({ id }) => token.topic(id)),
        ...names.authors.map(({ id }) => token.author(id)),
        ...inPart('headline', headline),
        ...inPart('summary', summary),
        ...inPart('about', about),
        ...texts.flatMap(term => term?.stem ?? []),
      ]),
    },
    words: dictionaryWords(about),
  }
}

function inPart(part: Part, terms: Term[]): string[] {
  return terms.flatMap(({ folded, stem }) => [token.exactIn(part, folded), token.stemIn(part, stem)])
}

function each<Value>(values: Value[]): Value[] {
  return [...new Set(values)]
}

/* Words are grouped by stem, so that all forms count together; the first form represents them. */
function themes(body: Term[]): Term[] {
  const byStem = new Map<string, { term: Term; times: number }>()
  for (const term of body) {
    if (stopWords.has(term.folded) || term.folded.length < 2) continue
    const seen = byStem.get(term.stem)
    if (seen) seen.times += 1
    else byStem.set(term.stem, { term, times: 1 })
  }
  return [...byStem.values()]
    .filter(({ times }) => times >= OFTEN)
    .sort((one, other) => other.times - one.times || (one.term.stem < other.term.stem ? -1 : 1))
    .slice(0, MAX_THEMES)
    .map(({ term }) => term)
}

/* Nobody completes numbers. */
function dictionaryWords(terms: Term[]): SpeltWord[] {
  const words = new Map<string, SpeltWord>()
  for (const { folded, text } of terms) {
    if (folded.length < 2 || stopWords.has(folded) || /^\d/.test(folded) || words.has(folded)) continue
    words.set(folded, { word: folded, bare: bareWord(folded), spelling: spellingOf(text) })
  }
  return [...words.values()]
}

/* Lower case without vowels and tatweel, as a reader would write it. */
function spellingOf(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u064b-\u065f\u0640\u0670\u200c-\u200f]/g, '')
    .toLowerCase()
}
