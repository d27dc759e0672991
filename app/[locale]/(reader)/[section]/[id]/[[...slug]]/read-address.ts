import { articlePath } from '#addresses/paths.ts'
import type { ArticleAddress } from '#db/shapes.ts'

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
