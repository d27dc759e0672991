import type { Metadata } from 'next'
import { articlePath, authorPath } from '#addresses/paths.ts'
import { pageMetadata, type SharePicture } from '#components/page/metadata.ts'
import type { Article } from '#db/shapes.ts'

/** Metadata of an article's page. Titles and descriptions that editors wrote for search and sharing take precedence. */
export async function articleMetadata(
  article: Article,
  share: SharePicture,
  siteUrl: string,
): Promise<Metadata> {
  const { locale, storyId, slug, section, translation, authors, headline, seo } = article
  const base = await pageMetadata({
    locale,
    title: seo.title ?? headline,
    description: seo.description ?? article.standfirst,
    path: articlePath(locale, { storyId, slug, sectionSlug: section.slug }),
    alternate: translation
      ? { locale: translation.locale, path: articlePath(translation.locale, translation) }
      : undefined,
    share,
  })
  const writers = authors.map(({ name, slug }) => ({ name, url: siteUrl + authorPath(locale, slug) }))
  return {
    ...base,
    authors: writers,
    openGraph: {
      ...base.openGraph,
      type: 'article',
      publishedTime: article.publishedAt.toISOString(),
      modifiedTime: (article.updatedAt ?? article.publishedAt).toISOString(),
      section: section.name,
      tags: article.topics.map(topic => topic.name),
      /* Open Graph asks for addresses of profiles; readers of the data find the names in the structured data. */
      authors: writers.map(writer => writer.url),
    },
    /* enhance/ reports reads that no request shows under this id. */
    other: { 'press:read': String(article.id) },
  }
}
