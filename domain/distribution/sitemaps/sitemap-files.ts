import {
  articlePath,
  authorPath,
  authorsPath,
  frontPath,
  sectionPath,
  standingPagePath,
  topicPath,
  topicsPath,
} from '#addresses/paths.ts'
import { listedAddresses, pageAddresses, sectionAddresses } from '#db/queries/sitemap-lists.ts'
import { sitemapArticles, sitemapNews } from '#db/queries/sitemaps.ts'
import { pictureFile } from '#domain/distribution/feeds/media-files.ts'
import { startOfDay } from '#i18n/dates.ts'
import { isolatedText } from '#i18n/isolated-text.ts'
import type { Locale } from '#i18n/locales.ts'
import type { SitemapName } from './sitemap-name.ts'
import type { SitemapUrl } from './sitemap-url.ts'

/*
 * A tenth of the 50,000 that the protocol allows, and 3 MB of its 50: a sitemap is built as a whole, so this limits its
 * memory. A month with more articles comes in parts.
 */
export const MAX_URLS = 5_000

/* The age up to which search engines accept news, and the number of addresses that one news sitemap may hold. */
const NEWS_MS = 48 * 60 * 60 * 1000
const MAX_NEWS = 1_000

export type SitemapContext = {
  siteUrl: string
  siteName: string
  now: Date
  /** Limit of one file. */
  mostUrls?: number
}
/** A sitemap's pages, and the moment at which time alone removes the first of them. */
export type SitemapContent = { urls: SitemapUrl[]; until: Date | null; storyIds: number[] }

/** The content of a sitemap of a language; null when there is no such sitemap. */
export async function sitemapContent(
  locale: Locale,
  name: SitemapName,
  context: SitemapContext,
): Promise<SitemapContent | null> {
  switch (name.kind) {
    case 'pages':
      return { urls: await pageUrls(locale, context), until: null, storyIds: [] }
    case 'news':
      return newsContent(locale, context)
    case 'topics':
    case 'authors':
      return listContent(locale, name, context)
    case 'month':
      return monthContent(locale, name, context)
  }
}

async function pageUrls(locale: Locale, { siteUrl, now }: SitemapContext): Promise<SitemapUrl[]> {
  const [sections, pages] = await Promise.all([sectionAddresses(locale, now), pageAddresses(locale)])
  const read = sections.filter(({ newestAt }) => newestAt !== null)
  const newest = read.flatMap(({ newestAt }) => newestAt ?? [])
  const newestAt = newest.length > 0 ? new Date(Math.max(...newest.map(Number))) : null
  return [
    { loc: siteUrl + frontPath(locale), lastModified: newestAt },
    ...read.map(({ slug, newestAt: at }) => ({
      loc: siteUrl + sectionPath(locale, slug),
      lastModified: at,
    })),
    { loc: siteUrl + topicsPath(locale), lastModified: null },
    { loc: siteUrl + authorsPath(locale), lastModified: null },
    ...pages.map(({ slug, newestAt: at }) => ({
      loc: siteUrl + standingPagePath(locale, slug),
      lastModified: at,
    })),
  ]
}

async function newsContent(locale: Locale, context: SitemapContext): Promise<SitemapContent> {
  const { siteUrl, siteName, now } = context
  const news = await sitemapNews(locale, new Date(now.getTime() - NEWS_MS), MAX_NEWS, now)
  const oldest = news.at(-1)
  /* A sitemap without an address is invalid (sitemap.xsd), and one that comes and goes counts as broken. */
  if (!oldest)
    return { urls: [{ loc: siteUrl + frontPath(locale), lastModified: null }], until: null, storyIds: [] }
  return {
    urls: news.map(({ headline, publishedAt, ...address }) => ({
      loc: siteUrl + articlePath(locale, address),
      lastModified: null,
      news: { publication: siteName, language: locale, title: isolatedText(headline, locale), publishedAt },
    })),
    until: new Date(oldest.publishedAt.getTime() + NEWS_MS),
    storyIds: news.map(({ storyId }) => storyId),
  }
}

async function listContent(
  locale: Locale,
  { kind, part }: Extract<SitemapName, { kind: 'topics' | 'authors' }>,
  { siteUrl, now, mostUrls = MAX_URLS }: SitemapContext,
): Promise<SitemapContent | null> {
  const [of, pathOf] = kind === 'topics' ? (['topic', topicPath] as const) : (['author', authorPath] as const)
  /* Parts are ranges of ids, so that a part keeps its pages. */
  const listed = await listedAddresses(
    of,
    locale,
    { after: (part - 1) * mostUrls, upTo: part * mostUrls },
    now,
  )
  if (listed.length === 0) return null
  const urls = listed.map(({ slug, newestAt }) => ({
    loc: siteUrl + pathOf(locale, slug),
    lastModified: newestAt,
  }))
  return { urls, until: null, storyIds: [] }
}

async function monthContent(
  locale: Locale,
  { year, month, part }: Extract<SitemapName, { kind: 'month' }>,
  { siteUrl, now, mostUrls = MAX_URLS }: SitemapContext,
): Promise<SitemapContent | null> {
  const stretch = { from: startOfDay(year, month, 1), to: startOfDay(year, month + 1, 1) }
  const offset = (part - 1) * mostUrls
  const articles = await sitemapArticles(locale, stretch, { offset, limit: mostUrls }, now)
  if (articles.length === 0) return null
  return {
    urls: articles.map(({ publishedAt, updatedAt, picture, ...address }) => ({
      loc: siteUrl + articlePath(locale, address),
      lastModified: updatedAt ?? publishedAt,
      imageUrl: picture && pictureFile(picture, siteUrl, WIDEST_IMAGE).url,
    })),
    until: null,
    storyIds: articles.map(({ storyId }) => storyId),
  }
}

/* Search engines want the largest one. */
const WIDEST_IMAGE = 1600
