/*
 * One number that says when an article was published and which it is, newest highest. Both engines read their index in
 * the order of this number, so that the newest finds are there without looking at the rest.
 */
const MINUTE_MS = 60_000
/* 2^26: with minutes up to the year 2225, the whole stays within what a number holds exactly. */
const ARTICLES = 67_108_864

/** The place of an article in the index. @throws RangeError for a date or a number that no newsroom has */
export function placeOf(publishedAt: Date, articleId: number): number {
  const place = firstPlaceAt(publishedAt) + articleId
  if (articleId >= ARTICLES || !Number.isSafeInteger(place))
    throw new RangeError(`Article ${articleId} of ${publishedAt.toISOString()} has no place in the index`)
  return place
}

/** The lowest place of anything published at this minute or later. */
export function firstPlaceAt(at: Date): number {
  return Math.floor(at.getTime() / MINUTE_MS) * ARTICLES
}

/** Which article stands at a place. */
export function articleAt(place: number): number {
  return ((place % ARTICLES) + ARTICLES) % ARTICLES
}
