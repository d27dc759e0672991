/** What both engines' indexes of words are told and asked. */
import type { Locale } from '#i18n/locales.ts'
import type { Tx } from './write.ts'

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

/** An index of its own for each language: what all articles of one have in common need not be asked for. */
export type SearchIndex = {
  /** One article at least. */
  put: (tx: Tx, locale: Locale, articles: readonly IndexedArticle[]) => Promise<void>
  remove: (tx: Tx, locale: Locale, places: readonly number[]) => Promise<void>
  clear: (tx: Tx) => Promise<void>
  /**
   * Lays together, a little at a time, what many changes have left in many places. `isBegun` in every call but the
   * first. Gives whether there is more to do.
   */
  gather: (tx: Tx, locale: Locale, isBegun: boolean) => Promise<boolean>
  /** The places of what is found, newest first. */
  find: (locale: Locale, expression: SearchExpression, limit: number) => Promise<number[]>
}
