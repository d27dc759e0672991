import { cleanSlug, slugify } from '#addresses/slug.ts'
import type { Body } from '#body/body.ts'
import { canonicalBody } from '#body/canonical-body.ts'
import { countWords } from '#body/plain-text.ts'
import type { ArticleFields } from '#db/queries/publishing.ts'

/** The text that somebody writes; everything else about an article is derived from it or decided by a verb. */
export type ArticleDraft = {
  headline: string
  standfirst: string
  body: Body
  /** Made from the headline when it is not given. */
  slug?: string | null
  seoTitle?: string | null
  seoDescription?: string | null
}

export function articleFields(draft: ArticleDraft): ArticleFields {
  const body = canonicalBody(draft.body)
  return {
    headline: draft.headline.trim(),
    standfirst: draft.standfirst.trim(),
    slug: cleanSlug(draft.slug ?? '') || slugify(draft.headline) || '-',
    body,
    wordCount: countWords(body),
    seoTitle: draft.seoTitle || null,
    seoDescription: draft.seoDescription || null,
  }
}
