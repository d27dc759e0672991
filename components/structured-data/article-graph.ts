import { articlePath, frontPath, sectionPath } from '#addresses/paths.ts'
import type { Article, Correction } from '#db/shapes.ts'
import { isolatedText } from '#i18n/isolated-text.ts'
import { defaultLocale, type Locale } from '#i18n/locales.ts'
import { breadcrumbThing } from './breadcrumbs.ts'
import { graphOf, type Reference, type Thing } from './graph.ts'
import type { GraphContext } from './graph-context.ts'
import { imageThing, type ShareFile, shareThing } from './image-thing.ts'
import { personThing } from './person-thing.ts'
import { publisherReference, publisherThing } from './publisher.ts'
import { videoThings } from './video-things.ts'
import { websiteReference } from './website.ts'

/* A consumer that does not know the narrower type still finds a NewsArticle. */
const TYPES: Partial<Record<Article['kind'], string[]>> = {
  opinion: ['NewsArticle', 'OpinionNewsArticle'],
  live: ['NewsArticle', 'LiveBlogPosting'],
}

/**
 * Structured data of an article. Its words, times and names are the ones that readers see; its image is the lead
 * picture, or the one for sharing where there is none.
 */
export function articleGraph(article: Article, context: GraphContext, share: ShareFile) {
  const { frame, siteUrl } = context
  const { locale, section, headline } = article
  const path = articlePath(locale, { ...article, sectionSlug: section.slug })
  const url = siteUrl + path
  const videos = videoThings(article, url, siteUrl)
  return graphOf([
    articleThing(article, videos, share, context),
    ...videos,
    breadcrumbThing(siteUrl, [
      { name: frame.site.name, path: frontPath(locale) },
      { name: section.name, path: sectionPath(locale, section.slug) },
      { name: isolatedText(headline, locale), path },
    ]),
    publisherThing(context),
  ])
}

function articleThing(
  article: Article,
  videos: Thing[],
  share: ShareFile,
  { frame, siteUrl }: GraphContext,
): Thing {
  const { locale, storyId, slug, section, kind, lead, authors, publishedAt, updatedAt } = article
  const url = siteUrl + articlePath(locale, { storyId, slug, sectionSlug: section.slug })
  return {
    '@type': TYPES[kind] ?? 'NewsArticle',
    '@id': `${url}#article`,
    url,
    headline: isolatedText(article.headline, locale),
    description: isolatedText(article.seo.description ?? article.standfirst, locale) || undefined,
    inLanguage: locale,
    articleSection: section.name,
    keywords: article.topics.map(topic => topic.name),
    datePublished: publishedAt.toISOString(),
    dateModified: (updatedAt ?? publishedAt).toISOString(),
    coverageStartTime: kind === 'live' ? publishedAt.toISOString() : undefined,
    isAccessibleForFree: true,
    image: lead
      ? imageThing(lead, siteUrl, locale, frame.site.name)
      : shareThing(share, siteUrl, frame.site.name),
    video: videos.map(referenceTo),
    author:
      authors.length > 0
        ? authors.map(author => personThing(author, locale, siteUrl))
        : publisherReference(siteUrl),
    publisher: publisherReference(siteUrl),
    isPartOf: websiteReference(locale, siteUrl),
    correction: article.corrections.map(correction => correctionThing(correction, locale)),
    ...translationOf(article, siteUrl),
  }
}

function referenceTo(thing: Thing): Reference {
  return { '@id': String(thing['@id']) }
}

function correctionThing({ at, text }: Correction, locale: Locale): Thing {
  return { '@type': 'CorrectionComment', text: isolatedText(text, locale), datePublished: at.toISOString() }
}

/**
 * No record says which language a story was first written in, so the earlier publication counts as the original; of
 * two published together, the one in the site's first language.
 */
function translationOf({ locale, publishedAt, translation }: Article, siteUrl: string) {
  if (!translation) return {}
  const url = siteUrl + articlePath(translation.locale, translation)
  const other = {
    '@type': 'NewsArticle',
    '@id': `${url}#article`,
    url,
    inLanguage: translation.locale,
  }
  const earlierBy = translation.publishedAt.getTime() - publishedAt.getTime()
  const isOriginal = earlierBy > 0 || (earlierBy === 0 && locale === defaultLocale)
  return isOriginal ? { workTranslation: other } : { translationOfWork: other }
}
