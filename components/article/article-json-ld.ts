import type { Article, Correction, Frame, Picture } from '../../db/shapes'
import { articlePath, authorPath, frontPath } from '../../i18n/paths'
import { largestUrl, widthsFor } from '../story/picture-sources'

/** What an article is, for machines: schema.org's NewsArticle. Its times and names are those that readers see. */
export function articleJsonLd(article: Article, site: Frame['site'], siteUrl: string) {
  const { locale, storyId, slug, section, translation, lead } = article
  const url = siteUrl + articlePath(locale, { storyId, slug, sectionSlug: section.slug })
  return {
    '@context': 'https://schema.org',
    '@type': article.kind === 'opinion' ? 'OpinionNewsArticle' : 'NewsArticle',
    '@id': url,
    mainEntityOfPage: url,
    url,
    headline: article.headline,
    description: article.seo.description ?? article.standfirst,
    inLanguage: locale,
    articleSection: section.name,
    keywords: article.topics.map(topic => topic.name),
    datePublished: article.publishedAt.toISOString(),
    dateModified: (article.updatedAt ?? article.publishedAt).toISOString(),
    isAccessibleForFree: true,
    image: lead ? imageOf(lead, siteUrl) : undefined,
    author: article.authors.map(author => ({
      '@type': 'Person',
      name: author.name,
      url: siteUrl + authorPath(locale, author.slug),
    })),
    publisher: {
      '@type': 'NewsMediaOrganization',
      name: site.name,
      url: siteUrl + frontPath(locale),
    },
    correction: article.corrections.length > 0 ? article.corrections.map(correctionOf) : undefined,
    workTranslation: translation
      ? { '@id': siteUrl + articlePath(translation.locale, translation), inLanguage: translation.locale }
      : undefined,
  }
}

/* The size is that of the file named, which is never the original. */
function imageOf(picture: Picture, siteUrl: string) {
  const width = widthsFor(picture.width).at(-1) ?? picture.width
  const height = Math.round((picture.height * width) / picture.width)
  return { '@type': 'ImageObject', url: siteUrl + largestUrl(picture), width, height }
}

function correctionOf({ at, text }: Correction) {
  return { '@type': 'CorrectionComment', text, datePublished: at.toISOString() }
}

/** JSON that can stand inside a script element: nothing in it can close the element or open a comment. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}
