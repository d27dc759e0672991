import { articlePath } from '#addresses/paths.ts'
import type { ArticleAddress } from '#db/shapes.ts'

/** The story id in a path; null when the segment cannot be one. The id alone decides which story is shown. */
export function readStoryId(segment: string): number | null {
  const id = Number(segment)
  return /^\d{1,15}$/.test(segment) && id > 0 ? id : null
}

/**
 * Whether the requested path is the article's own. It compares characters: percent-encoding does not matter, but
 * Unicode composition does, so that every copy of a link ends at one address.
 */
export function isCanonical(
  requested: { section: string; id: string; slug?: string[] },
  article: ArticleAddress,
): boolean {
  const path = `/${article.locale}/${[requested.section, requested.id, ...(requested.slug ?? [])].join('/')}`
  return decoded(path) === decoded(articlePath(article.locale, article))
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
