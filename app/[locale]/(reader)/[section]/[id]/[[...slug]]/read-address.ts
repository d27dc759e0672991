import { articlePath } from '#addresses/paths.ts'
import type { ArticleAddress } from '#db/shapes.ts'

/** The story that a path names: the number decides, and nothing else. Null when it is no number of ours. */
export function readStoryId(segment: string): number | null {
  const id = Number(segment)
  return /^\d{1,15}$/.test(segment) && id > 0 ? id : null
}

/**
 * Whether a path was asked for exactly as the article has it. Compared as characters: how a browser encoded them
 * does not matter, but how a system composed them does, so that every copy of a link ends at one address.
 */
export function isCanonical(
  asked: { section: string; id: string; slug?: string[] },
  article: ArticleAddress,
): boolean {
  const path = `/${article.locale}/${[asked.section, asked.id, ...(asked.slug ?? [])].join('/')}`
  return decoded(path) === decoded(articlePath(article.locale, article))
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
