import type { Locale } from '#i18n/locales.ts'

/** Reserved path segments after the language. A section's slug may not be one of them. */
export const reservedSegments = [
  'a',
  'about',
  'api',
  'archive',
  'art',
  'authors',
  'breaking',
  'enhance',
  'feed',
  'fonts',
  'latest',
  'live',
  'media',
  'newsletter',
  'newsroom',
  'oops',
  'pages',
  'saved',
  'search',
  'sitemap',
  'topics',
] as const

const segment = encodeURIComponent

export const frontPath = (locale: Locale) => `/${locale}`

export const sectionPath = (locale: Locale, slug: string) => `/${locale}/${segment(slug)}`

/** The canonical path of an article. `id` is the story's, the same in both languages. */
export const articlePath = (
  locale: Locale,
  article: { sectionSlug: string; storyId: number; slug: string },
) => `/${locale}/${segment(article.sectionSlug)}/${article.storyId}/${segment(article.slug)}`

/** The short link of a story. With a language it leads there, whatever the browser prefers. */
export const shortPath = (storyId: number, locale?: Locale) => `/a/${storyId}${locale ? `?l=${locale}` : ''}`

export const latestPath = (locale: Locale) => `/${locale}/latest`

export const searchPath = (locale: Locale) => `/${locale}/search`

/** The address that completes the text of the search box, as JSON. */
export const suggestionsPath = (locale: Locale) => `/${locale}/search/suggest`

export const topicPath = (locale: Locale, slug: string) => `/${locale}/topics/${segment(slug)}`

export const topicsPath = (locale: Locale) => `/${locale}/topics`

export const authorPath = (locale: Locale, slug: string) => `/${locale}/authors/${segment(slug)}`

export const authorsPath = (locale: Locale) => `/${locale}/authors`

/** A standing page: about, contact, corrections, privacy, or a page that an import brought. */
export const standingPagePath = (locale: Locale, slug: string) => `/${locale}/pages/${segment(slug)}`

/** The newsletters, and below them what a reader does with a subscription: `sent`, `manage/{token}`. */
export const newsletterPath = (locale: Locale, rest = '') => `/${locale}/newsletter${rest && `/${rest}`}`

/** The archive: all of it, a year, a month or a day, by the parts that are given. */
export function archivePath(locale: Locale, year?: number, month?: number, day?: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const parts = [
    year === undefined ? '' : `/${year}`,
    month === undefined ? '' : `/${two(month)}`,
    day === undefined ? '' : `/${two(day)}`,
  ]
  return `/${locale}/archive${parts.join('')}`
}

const FEED_NAMES = { rss: 'feed.xml', atom: 'feed.atom', json: 'feed.json' } as const

/** The feed of a page that lists stories: the front, a section, a topic, an author. */
export const feedPath = (page: string, format: keyof typeof FEED_NAMES) => `${page}/${FEED_NAMES[format]}`

/** The podcast of a language. */
export const podcastPath = (locale: Locale) => `/${locale}/podcast.xml`

/** A list of sounds for the player, as JSON: of one story, or of the headlines. */
export const listenPath = (locale: Locale, list: number | 'headlines') => `/listen/${locale}/${list}`

/** A stored sound, by the hash of its content. */
export const soundPath = (name: string) => `/media/${name}.mp3`

/** One of the sitemaps of a language; `/sitemap.xml` names them all. */
export const sitemapPath = (locale: Locale, file: string) => `/sitemaps/${locale}/${file}`

export const sitemapIndexPath = '/sitemap.xml'

export const manifestPath = (locale: Locale) => `/${locale}/manifest.webmanifest`

/** The second and later pages of a list; the first page has no parameter. */
export const pagedPath = (path: string, page: number) =>
  page <= 1 ? path : `${path}${path.includes('?') ? '&' : '?'}page=${page}`
