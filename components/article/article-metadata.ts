import type { Metadata } from 'next'
import type { Article, Picture } from '../../db/shapes'
import { articlePath, authorPath } from '../../i18n/paths'
import { pageMetadata } from '../page/metadata'
import { renditionUrl, widthsFor } from '../story/picture-sources'

/* Large enough for a big card, light enough for messengers that give up on heavy pictures. */
const CARD_WIDTH = 1080

/** The head of an article's page: its own words for search and sharing where the editors wrote some. */
export async function articleMetadata(article: Article): Promise<Metadata> {
  const { locale, storyId, slug, section, translation, lead, authors, headline, seo } = article
  const base = await pageMetadata({
    locale,
    title: seo.title ?? headline,
    description: seo.description ?? article.standfirst,
    path: articlePath(locale, { storyId, slug, sectionSlug: section.slug }),
    alternate: translation
      ? { locale: translation.locale, path: articlePath(translation.locale, translation) }
      : undefined,
  })
  return {
    ...base,
    authors: authors.map(author => ({ name: author.name, url: authorPath(locale, author.slug) })),
    openGraph: {
      ...base.openGraph,
      type: 'article',
      title: seo.title ?? headline,
      publishedTime: article.publishedAt.toISOString(),
      modifiedTime: (article.updatedAt ?? article.publishedAt).toISOString(),
      section: section.name,
      tags: article.topics.map(topic => topic.name),
      authors: authors.map(author => author.name),
      ...(lead && { images: [{ url: cardUrl(lead), alt: lead.alt }] }),
    },
    twitter: { card: lead ? 'summary_large_image' : 'summary' },
    /* By this number, enhance/ reports a read that no request has shown. */
    other: { 'press:read': String(article.id) },
  }
}

function cardUrl({ name, width }: Picture): string {
  const widths = widthsFor(width)
  return renditionUrl(name, widths.findLast(each => each <= CARD_WIDTH) ?? width, 'jpeg')
}
