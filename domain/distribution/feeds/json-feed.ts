import { withoutForbidden } from '#domain/distribution/xml/markup.ts'
import type { Feed, FeedItem } from './feed.ts'

/** A feed as JSON Feed 1.1. Fields without a value are left out. */
export function jsonFeed(feed: Feed): string {
  const { locale, title, description, siteName, siteUrl, pageUrl, urls, hub, items } = feed
  const all = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: pageUrl,
    feed_url: urls.json,
    description: description || undefined,
    icon: `${siteUrl}/icons/icon-512.png`,
    favicon: `${siteUrl}/icons/icon-96.png`,
    authors: [{ name: siteName, url: siteUrl }],
    language: locale,
    hubs: hub === null ? undefined : [{ type: 'WebSub', url: hub }],
    items: items.map(itemOf),
  }
  return `${JSON.stringify(all, (_, value) => (typeof value === 'string' ? withoutForbidden(value) : value))}\n`
}

function itemOf(item: FeedItem) {
  const { id, url, title, summary, html, publishedAt, updatedAt, authors, categories, media, enclosures } =
    item
  return {
    id,
    url,
    title,
    content_html: html,
    summary: summary || undefined,
    image: media.find(({ medium }) => medium === 'image')?.url,
    date_published: publishedAt.toISOString(),
    date_modified: updatedAt.toISOString(),
    authors: authors.map(({ name, url: page, portraitUrl }) => ({
      name,
      url: page,
      avatar: portraitUrl ?? undefined,
    })),
    tags: categories,
    attachments: enclosures.map(({ url: file, mime, bytes, seconds }) => ({
      url: file,
      mime_type: mime,
      size_in_bytes: bytes,
      duration_in_seconds: seconds ?? undefined,
    })),
  }
}
