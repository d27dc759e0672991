import { articlePath } from '#addresses/paths.ts'
import { type Belonging, type StoredArticle, sectionSlug } from '#db/queries/publishing.ts'
import type { Tx } from '#db/write.ts'
import { tag } from './tags.ts'

type Filed = { article: Pick<StoredArticle, 'status' | 'locale' | 'slug'>; belonging: Belonging }

/**
 * Names the path at which an article cannot be read any longer after a change, so that whoever knows it under that one
 * can be told. What readers could not see has left nothing.
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
