import type { Metadata } from 'next'
import { articlePath, authorPath } from '#addresses/paths.ts'
import { pageMetadata, type SharePicture } from '#components/page/metadata.ts'
import type { Article } from '#db/shapes.ts'

/** The head of an article's page: its own words for search and sharing where the editors wrote some. */
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
      /* Profiles, as the protocol asks; whoever shows a name takes it from the structured data. */
      authors: writers.map(writer => writer.url),
    },
    /* By this number, enhance/ reports a read that no request has shown. */
    other: { 'press:read': String(article.id) },
  }
}
