import { articlePath } from '#addresses/paths.ts'
import { type AnnouncedRow, articlesOfStories } from '#db/queries/announcing.ts'
import { isVisible } from '#db/queries/visible.ts'
import type { ChangedArticle } from './changed-articles.ts'

/** A changed article with the paths to announce: where it can be read now, and where it no longer can. */
export type AnnouncedArticle = ChangedArticle & { paths: string[] }

/* Older articles come from an import, or had a change that readers do not see. */
const NEWS_MS = 2 * 24 * 60 * 60 * 1000

/**
 * The changed articles to announce: visible ones that were published or updated in the last two days, and those that
 * left an address. The newest of them, no more than `most`.
 */
export async function announcedArticles(
  changed: ChangedArticle[],
  { now, most }: { now: Date; most: number },
): Promise<{ articles: AnnouncedArticle[]; leftOut: number }> {
  const rows = await articlesOfStories([...new Set(changed.map(({ storyId }) => storyId))])
  const byKey = new Map(rows.map(row => [`${row.locale}:${row.storyId}`, row]))
  const found = changed.flatMap(article => {
    const row = byKey.get(`${article.locale}:${article.storyId}`)
    const paths = [...new Set([...currentPath(article, row, now), ...article.formerPaths])]
    return paths.length > 0 ? [{ ...article, paths, at: row?.publishedAt?.getTime() ?? 0 }] : []
  })
  if (found.length <= most) return { articles: found, leftOut: 0 }
  const newest = found.toSorted((a, b) => b.at - a.at).slice(0, most)
  return { articles: newest, leftOut: found.length - most }
}

function currentPath(article: ChangedArticle, row: AnnouncedRow | undefined, now: Date): string[] {
  if (!row || !isVisible(row, now)) return []
  const since = now.getTime() - NEWS_MS
  const isNews = [row.publishedAt, row.updatedAt].some(at => at !== null && at.getTime() >= since)
  return isNews || article.formerPaths.length > 0 ? [articlePath(article.locale, row)] : []
}
