import { cdata, element, emptyElement, type Markup, xmlDocument } from '#domain/distribution/xml/markup.ts'
import type { Feed, FeedItem } from './feed.ts'
import { feedForPeople, itemForPeople, XHTML } from './for-people.ts'
import { mediaContent } from './media-content.ts'

const NAMESPACES = {
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:media': 'http://search.yahoo.com/mrss/',
  'xmlns:h': XHTML,
}

/* A feed reader that asks more often gets «not modified», which is cheap. */
const TTL_MINUTES = 15

/** A feed as RSS 2.0, with a style sheet for browsers. */
export function rss(feed: Feed, stylesheet: string): string {
  const { locale, title, pageUrl, urls, hub, items, updatedAt } = feed
  const link = { rel: 'self', type: 'application/rss+xml', href: urls.rss }
  const channel = element(
    'channel',
    {},
    element('title', {}, title),
    element('link', {}, pageUrl),
    /* RSS requires a description. */
    element('description', {}, feed.description || title),
    element('language', {}, locale),
    updatedAt && element('lastBuildDate', {}, rfc822(updatedAt)),
    element('ttl', {}, TTL_MINUTES),
    element('generator', {}, 'Arab Press'),
    imageOf(feed),
    emptyElement('atom:link', link),
    hub !== null && emptyElement('atom:link', { rel: 'hub', href: hub }),
    feedForPeople(feed),
    items.map(item => itemOf(item, feed)),
  )
  return xmlDocument(
    element('rss', { version: '2.0', 'xml:lang': locale, ...NAMESPACES }, channel),
    stylesheet,
  )
}

/* RSS allows at most 144 pixels. */
function imageOf({ title, pageUrl, siteUrl }: Feed): Markup {
  return element(
    'image',
    {},
    element('url', {}, `${siteUrl}/icons/icon-96.png`),
    element('title', {}, title),
    element('link', {}, pageUrl),
    element('width', {}, 96),
    element('height', {}, 96),
  )
}

function itemOf(item: FeedItem, feed: Feed): Markup {
  const { id, url, title, summary, html, publishedAt, updatedAt, authors, categories, media, enclosures } =
    item
  const [enclosure] = enclosures
  return element(
    'item',
    {},
    element('title', {}, title),
    element('link', {}, url),
    element('guid', { isPermaLink: 'false' }, id),
    element('pubDate', {}, rfc822(publishedAt)),
    updatedAt > publishedAt && element('atom:updated', {}, updatedAt.toISOString()),
    authors.map(({ name }) => element('dc:creator', {}, name)),
    categories.map(category => element('category', {}, category)),
    summary !== '' && element('description', {}, summary),
    element('content:encoded', {}, cdata(html)),
    /* Feed readers agree about one enclosure, and disagree about several. */
    enclosure &&
      emptyElement('enclosure', { url: enclosure.url, length: enclosure.bytes, type: enclosure.mime }),
    media.map(mediaContent),
    itemForPeople(item, feed),
  )
}

/* RFC 822 dates are for machines, and English in every language of the feed. */
function rfc822(at: Date): string {
  return at.toUTCString()
}
