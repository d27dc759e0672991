import { element, emptyElement, type Markup, xmlDocument } from '#domain/distribution/xml/markup.ts'
import type { Feed, FeedItem } from './feed.ts'
import { feedForPeople, itemForPeople, XHTML } from './for-people.ts'
import { mediaContent } from './media-content.ts'

const NAMESPACES = {
  xmlns: 'http://www.w3.org/2005/Atom',
  'xmlns:media': 'http://search.yahoo.com/mrss/',
  'xmlns:h': XHTML,
}

/** A feed as Atom 1.0 (RFC 4287), with a style sheet for browsers. */
export function atom(feed: Feed, stylesheet: string): string {
  const { id, locale, title, description, siteName, siteUrl, pageUrl, urls, hub, items, updatedAt } = feed
  const root = element(
    'feed',
    { ...NAMESPACES, 'xml:lang': locale },
    element('id', {}, id),
    element('title', {}, title),
    description !== '' && element('subtitle', {}, description),
    /* A feed in which nothing was published has not changed yet. */
    element('updated', {}, (updatedAt ?? new Date(0)).toISOString()),
    emptyElement('link', { rel: 'self', type: 'application/atom+xml', href: urls.atom }),
    hub !== null && emptyElement('link', { rel: 'hub', href: hub }),
    emptyElement('link', { rel: 'alternate', type: 'text/html', hreflang: locale, href: pageUrl }),
    /* The author of every entry that names nobody. */
    element('author', {}, element('name', {}, siteName), element('uri', {}, siteUrl)),
    element('icon', {}, `${siteUrl}/icons/icon-96.png`),
    element('generator', {}, 'Arab Press'),
    feedForPeople(feed),
    items.map(item => entryOf(item, feed)),
  )
  return xmlDocument(root, stylesheet)
}

function entryOf(item: FeedItem, feed: Feed): Markup {
  const { id, url, title, summary, html, publishedAt, updatedAt, authors, categories } = item
  return element(
    'entry',
    {},
    element('id', {}, id),
    element('title', {}, title),
    emptyElement('link', { rel: 'alternate', type: 'text/html', hreflang: feed.locale, href: url }),
    item.enclosures.map(({ url: href, mime: type, bytes: length }) =>
      emptyElement('link', { rel: 'enclosure', type, length, href }),
    ),
    element('published', {}, publishedAt.toISOString()),
    element('updated', {}, updatedAt.toISOString()),
    authors.map(author =>
      element('author', {}, element('name', {}, author.name), element('uri', {}, author.url)),
    ),
    categories.map(term => emptyElement('category', { term })),
    summary !== '' && element('summary', {}, summary),
    element('content', { type: 'html' }, html),
    item.media.map(mediaContent),
    itemForPeople(item, feed),
  )
}
