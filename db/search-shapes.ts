/** The shared interface of both engines' full-text indexes. */
import type { Locale } from '#i18n/locales.ts'
import type { Tx } from './write.ts'

export type IndexedArticle = {
  /** See db/search-place.ts. */
  place: number
  /** The folded words in order, with null between two texts, so that no phrase matches across them. */
  exact: (string | null)[]
  /**
   * Further search tokens, each once: stems, words by the part they stand in, and the lists that the article belongs
   * to.
   */
  others: string[]
}

/** One alternative: a token, or a phrase of several words. */
export type Wanted = string | string[]

export type SearchExpression = {
  /** Each group must match by one of its alternatives. */
  all: Wanted[][]
  not?: Wanted[]
  /** Places; `to` is excluded. */
  from?: number
  to?: number
}

/** Each language has its own index, so no query needs a token for the language. */
export type SearchIndex = {
  /** `articles` must not be empty. */
  put: (tx: Tx, locale: Locale, articles: readonly IndexedArticle[]) => Promise<void>
  remove: (tx: Tx, locale: Locale, places: readonly number[]) => Promise<void>
  clear: (tx: Tx) => Promise<void>
  /**
   * Merges parts of the index that many changes have scattered, a little at each call. `isBegun` is set in every call
   * but the first. Returns whether there is more to do.
   */
  gather: (tx: Tx, locale: Locale, isBegun: boolean) => Promise<boolean>
  /** The places of the articles that match, newest first. */
  find: (locale: Locale, expression: SearchExpression, limit: number) => Promise<number[]>
}
