/** What both engines' indexes of words are told and asked. */
import type { Tx } from './write'

export type IndexedArticle = {
  /** See db/search-place.ts. */
  place: number
  /** The folded words in their order; null where one text ends, so that no phrase reaches into the next. */
  exact: (string | null)[]
  /** What else it is found by, each once: stems, words by the part they stand in, what it belongs to. */
  others: string[]
}

/** One way of meeting a wish: a token, or words one after another. */
export type Wanted = string | string[]

export type SearchExpression = {
  /** Of every group, one has to be there. */
  all: Wanted[][]
  not?: Wanted[]
  /** Places; `to` is excluded. */
  from?: number
  to?: number
}

export type SearchIndex = {
  put: (tx: Tx, article: IndexedArticle) => Promise<void>
  remove: (tx: Tx, place: number) => Promise<void>
  clear: (tx: Tx) => Promise<void>
  /** The places of what is found, newest first. */
  find: (expression: SearchExpression, limit: number) => Promise<number[]>
}
