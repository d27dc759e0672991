/*
 * The place of an article in the index: one number for its time of publication and its id, newest highest. Both engines
 * read their index in this order, so they find the newest articles without looking at the rest.
 */
const MINUTE_MS = 60_000
/* 2^26: together with minutes up to the year 2225, a place stays a safe integer. */
const ARTICLES = 67_108_864

/** The place of an article in the index. @throws RangeError for a date or a number that no newsroom has */
export function placeOf(publishedAt: Date, articleId: number): number {
  const place = firstPlaceAt(publishedAt) + articleId
  if (articleId >= ARTICLES || !Number.isSafeInteger(place))
    throw new RangeError(`Article ${articleId} of ${publishedAt.toISOString()} has no place in the index`)
  return place
}

/** The lowest place of an article published at this minute or later. */
export function firstPlaceAt(at: Date): number {
  return Math.floor(at.getTime() / MINUTE_MS) * ARTICLES
}

/** The id of the article at a place. */
export function articleAt(place: number): number {
  return ((place % ARTICLES) + ARTICLES) % ARTICLES
}
