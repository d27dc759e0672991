import { articlePath, authorPath, soundPath } from '#addresses/paths.ts'
import type { FeedArticle, FeedSubject } from '#db/shapes.ts'
import { isolatedText } from '#i18n/isolated-text.ts'
import { type Locale, locales } from '#i18n/locales.ts'
import { articleHtml } from './article-html.ts'
import { articleMedia, enclosuresOf } from './article-media.ts'
import type { Enclosure, Feed, FeedItem, FeedWords } from './feed.ts'
import { feedUrls, pagePath } from './feed-urls.ts'
import { pictureFile } from './media-files.ts'
import { tagUri } from './tag-uri.ts'

export type FeedSource = {
  locale: Locale
  siteUrl: string
  siteName: string
  title: string
  description: string
  /** Null stands for everything that is new. */
  subject: FeedSubject | null
  hub: string | null
  articles: FeedArticle[]
  words: FeedWords
}

/** Makes a feed of published articles. */
export function makeFeed(source: FeedSource): Feed {
  const { locale, siteUrl, siteName, subject, hub, articles, words } = source
  const items = articles.map(article => itemOf(article, source))
  const changes = items.map(item => item.updatedAt.getTime())
  return {
    id: tagUri(siteUrl, subject ? `${locale}/${subject.kind}/${subject.id}` : `${locale}/front`),
    locale,
    siteName,
    siteUrl,
    title: isolatedText(source.title, locale),
    description: isolatedText(source.description, locale),
    pageUrl: siteUrl + pagePath(locale, subject),
    urls: feedUrls(siteUrl, locale, subject),
    hub,
    items,
    updatedAt: changes.length > 0 ? new Date(Math.max(...changes)) : null,
    words,
  }
}

function itemOf(article: FeedArticle, { locale, siteUrl, words }: FeedSource): FeedItem {
  const { storyId, section, slug, publishedAt, updatedAt, authors, topics } = article
  const plain = (text: string) => isolatedText(text, locale)
  const media = articleMedia(article, siteUrl, words, plain)
  return {
    id: tagUri(siteUrl, `${locale}/story/${storyId}`),
    url: siteUrl + articlePath(locale, { sectionSlug: section.slug, storyId, slug }),
    title: plain(article.headline),
    summary: plain(article.standfirst),
    html: articleHtml(article, { locale, direction: locales[locale].dir, siteUrl, words }),
    publishedAt,
    updatedAt: updatedAt ?? publishedAt,
    authors: authors.map(author => ({
      name: plain(author.name),
      url: siteUrl + authorPath(locale, author.slug),
      portraitUrl: author.portrait && pictureFile(author.portrait, siteUrl).url,
    })),
    categories: [section.name, ...topics.map(({ name }) => name)].map(plain),
    media,
    enclosures: [...spokenEnclosure(article, siteUrl), ...enclosuresOf(article, siteUrl)],
  }
}

/* The article read aloud, by a person or by a provider's voice. */
function spokenEnclosure({ sound }: FeedArticle, siteUrl: string): Enclosure[] {
  if (!sound) return []
  const { name, bytes, seconds } = sound
  return [{ url: siteUrl + soundPath(name), mime: 'audio/mpeg', bytes, seconds: Math.round(seconds) }]
}
