import { articlePath } from '#addresses/paths.ts'
import { type Belonging, type StoredArticle, sectionSlug } from '#db/queries/publishing.ts'
import type { Tx } from '#db/write.ts'
import { tag } from './tags.ts'

type Filed = { article: Pick<StoredArticle, 'status' | 'locale' | 'slug'>; belonging: Belonging }

/**
 * Tags of the path at which an article can no longer be read after a change, so that search engines that know that path
 * can be told. An article that readers could not see leaves no path.
 */
export async function formerPathTags(tx: Tx, before: Filed, after: Filed): Promise<string[]> {
  const { status, locale, slug } = before.article
  const { storyId, sectionId } = before.belonging
  const isThere = after.article.status === 'published'
  const isSame = slug === after.article.slug && sectionId === after.belonging.sectionId
  if (status !== 'published' || (isThere && isSame)) return []
  const found = await sectionSlug(tx, sectionId, locale)
  return found === null ? [] : [tag.former(articlePath(locale, { sectionSlug: found, storyId, slug }))]
}
