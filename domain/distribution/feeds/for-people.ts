import { frontPath } from '#addresses/paths.ts'
import { element, emptyElement, type Markup } from '#domain/distribution/xml/markup.ts'
import { formatDayAndClock } from '#i18n/dates.ts'
import { locales } from '#i18n/locales.ts'
import type { Feed, FeedItem } from './feed.ts'

/** Namespace by which a browser treats links, pictures and directions in a feed as those of HTML. */
export const XHTML = 'http://www.w3.org/1999/xhtml'

/*
 * A style sheet alone can neither make a link of an address nor write a date in Arabic. So a feed carries a page of its
 * own for people who open it in a browser, in elements that feed readers do not know and skip; `feed.css` shows these and
 * hides the rest.
 */

/** The head above the list: an explanation, and a link to the page with the same list. */
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

/** An article as an entry of that list. */
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

/* A person who sees this is on the site already, under whatever host name. */
function onSite(url: string, siteUrl: string): string {
  return url.slice(siteUrl.length)
}
