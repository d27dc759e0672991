import { element, type Markup, xmlDocument } from '#domain/distribution/xml/markup.ts'

/** A page in a sitemap: complete and percent-encoded addresses, and times that are true or absent. */
export type SitemapUrl = {
  loc: string
  lastModified: Date | null
  imageUrl?: string | null
  news?: { publication: string; language: string; title: string; publishedAt: Date }
}

const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9'
const IMAGE = 'http://www.google.com/schemas/sitemap-image/1.1'
const NEWS = 'http://www.google.com/schemas/sitemap-news/0.9'

/** A sitemap of pages. */
export function urlSet(urls: readonly SitemapUrl[]): string {
  const namespaces = {
    xmlns: NAMESPACE,
    'xmlns:image': urls.some(url => url.imageUrl) ? IMAGE : null,
    'xmlns:news': urls.some(url => url.news) ? NEWS : null,
  }
  return xmlDocument(element('urlset', namespaces, urls.map(urlOf)))
}

/** A sitemap of sitemaps. */
export function sitemapIndex(sitemaps: readonly SitemapUrl[]): string {
  return xmlDocument(
    element(
      'sitemapindex',
      { xmlns: NAMESPACE },
      sitemaps.map(({ loc, lastModified }) =>
        element('sitemap', {}, element('loc', {}, loc), lastModification(lastModified)),
      ),
    ),
  )
}

function urlOf({ loc, lastModified, imageUrl, news }: SitemapUrl): Markup {
  return element(
    'url',
    {},
    element('loc', {}, loc),
    lastModification(lastModified),
    imageUrl && element('image:image', {}, element('image:loc', {}, imageUrl)),
    news && newsOf(news),
  )
}

function newsOf({ publication, language, title, publishedAt }: NonNullable<SitemapUrl['news']>): Markup {
  return element(
    'news:news',
    {},
    element(
      'news:publication',
      {},
      element('news:name', {}, publication),
      element('news:language', {}, language),
    ),
    element('news:publication_date', {}, publishedAt.toISOString()),
    element('news:title', {}, title),
  )
}

function lastModification(at: Date | null): Markup | null {
  return at && element('lastmod', {}, at.toISOString())
}
