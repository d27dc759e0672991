import { authorPath, feedPath, frontPath, sectionPath, topicPath } from '#addresses/paths.ts'
import type { FeedSubject } from '#db/shapes.ts'
import type { Locale } from '#i18n/locales.ts'
import type { FeedFormat } from './feed.ts'

type Subject = Pick<FeedSubject, 'kind' | 'slug'>

/** The page with the same list as a feed; null stands for everything that is new. */
export function pagePath(locale: Locale, subject: Subject | null): string {
  if (!subject) return frontPath(locale)
  const pathOf = { section: sectionPath, topic: topicPath, author: authorPath }[subject.kind]
  return pathOf(locale, subject.slug)
}

/** The complete addresses of a feed, by which readers and hubs know it. */
export function feedUrls(
  siteUrl: string,
  locale: Locale,
  subject: Subject | null,
): Record<FeedFormat, string> {
  const page = siteUrl + pagePath(locale, subject)
  return { rss: feedPath(page, 'rss'), atom: feedPath(page, 'atom'), json: feedPath(page, 'json') }
}
