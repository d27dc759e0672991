import { frontPath } from '#addresses/paths.ts'
import { element, emptyElement, type Markup } from '#domain/distribution/xml/markup.ts'
import { formatDayAndClock } from '#i18n/dates.ts'
import { locales } from '#i18n/locales.ts'
import type { Feed, FeedItem } from './feed.ts'

/** The namespace that makes links, pictures and directions of a feed real ones where a browser shows it. */
export const XHTML = 'http://www.w3.org/1999/xhtml'

/*
 * A style sheet alone can neither make a link of an address nor write a date in Arabic. So a feed carries a page of its
 * own for whoever opens it in a browser, in elements that readers do not know and pass over; `feed.css` shows these and
 * hides the rest.
 */

/** The text above the list: it explains the feed and leads to the page that lists the same. */
export function feedForPeople(feed: Feed): Markup {
  const { title, description, pageUrl, siteName, siteUrl, locale, items, words } = feed
  const { dir } = locales[locale]
  return element(
    'h:header',
    { class: 'feed-head', lang: locale, dir },
    title !== siteName &&
      element('h:p', { class: 'feed-site' }, element('h:a', { href: frontPath(locale) }, siteName)),
    element('h:h1', {}, title),
    description !== '' && element('h:p', { class: 'feed-about' }, description),
    element(
      'h:p',
      { class: 'feed-note' },
      words.whatThisIs,
      ' ',
      element('h:a', { href: onSite(pageUrl, siteUrl) }, words.openPage),
    ),
    items.length === 0 && element('h:p', { class: 'feed-empty' }, words.empty),
  )
}

/** An article as a line of that list. */
export function itemForPeople(item: FeedItem, { locale, siteUrl, words }: Feed): Markup {
  const { url, title, summary, authors, publishedAt, media } = item
  const picture = media.find(({ medium }) => medium === 'image')
  const { dir } = locales[locale]
  return element(
    'h:article',
    { class: 'feed-item', lang: locale, dir },
    element('h:h2', {}, element('h:a', { href: onSite(url, siteUrl) }, title)),
    summary !== '' && element('h:p', {}, summary),
    element(
      'h:p',
      { class: 'feed-meta' },
      authors.length > 0 && [words.names(authors.map(({ name }) => name)), ' · '],
      element('h:time', { datetime: publishedAt.toISOString() }, formatDayAndClock(publishedAt, locale)),
    ),
    picture &&
      emptyElement('h:img', {
        src: onSite(picture.url, siteUrl),
        width: picture.width,
        height: picture.height,
        alt: '',
        loading: 'lazy',
      }),
  )
}

/* Whoever looks at it here is on the site already, whatever name they reached it by. */
function onSite(url: string, siteUrl: string): string {
  return url.slice(siteUrl.length)
}
