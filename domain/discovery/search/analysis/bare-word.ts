const ARTICLE = /^(?:[وف]?(?:ال|بال|كال|لل))(?=..)/u

/** A folded word without "and" and the article, as dictionaries list it. */
export function bareWord(folded: string): string {
  return folded.replace(ARTICLE, '')
}
