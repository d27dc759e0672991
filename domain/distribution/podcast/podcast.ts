import { createHash } from 'node:crypto'
import { articlePath, frontPath, podcastPath, soundPath } from '#addresses/paths.ts'
import type { Bulletin } from '#db/queries/audio/bulletins.ts'
import type { Frame, PublicSound, Teaser } from '#db/shapes.ts'
import { XHTML } from '#domain/distribution/feeds/for-people.ts'
import { tagUri } from '#domain/distribution/feeds/tag-uri.ts'
import { element, emptyElement, type Markup, xmlDocument } from '#domain/distribution/xml/markup.ts'
import { formatDay, formatDayAndClock, startOfIsoDay } from '#i18n/dates.ts'
import { isolatedText } from '#i18n/isolated-text.ts'
import { type Locale, locales } from '#i18n/locales.ts'
import type { translator } from '#i18n/translator.ts'

const NAMESPACES = {
  'xmlns:itunes': 'http://www.itunes.com/dtds/podcast-1.0.dtd',
  'xmlns:podcast': 'https://podcastindex.org/namespace/1.0',
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:h': XHTML,
}

/* The namespace of podcasts, by which their identifiers are made of their addresses (Podcast Namespace, `guid`). */
const UUID_NAMESPACE = 'ead4c236-bf58-58c6-a2c6-a6b28d128cb6'

export type Episode = { story: Teaser; sound: PublicSound }

export type PodcastSource = {
  frame: Pick<Frame, 'locale' | 'site'>
  siteUrl: string
  /** The path of the cover, a square picture. */
  coverPath: string
  /** The path of the style by which a browser shows the podcast to a person. */
  stylePath: string
  bulletins: Bulletin[]
  episodes: Episode[]
  t: ReturnType<typeof translator<'podcast'>>
}

/**
 * A podcast as RSS 2.0, with what Apple's directory and the Podcast Namespace require: the bulletin of each day, and each
 * article that has a recording or was spoken by a provider's voice.
 */
export function podcast(source: PodcastSource): string {
  const { frame, siteUrl, coverPath, stylePath, bulletins, episodes, t } = source
  const { locale, site } = frame
  const url = siteUrl + podcastPath(locale)
  const title = isolatedText(t('title', { site: site.name }), locale)
  const about = isolatedText(t('about', { site: site.name }), locale)
  const cover = siteUrl + coverPath
  const items = [
    ...bulletins.map(bulletin => ({ at: bulletin.madeAt, item: bulletinItem(bulletin, source) })),
    ...episodes.map(episode => ({ at: episode.story.publishedAt, item: articleItem(episode, source) })),
  ].sort((a, b) => b.at.getTime() - a.at.getTime())
  const newest = items[0]
  const { email } = site.contact
  const channel = element(
    'channel',
    {},
    element('title', {}, title),
    element('link', {}, siteUrl + frontPath(locale)),
    element('description', {}, about),
    element('language', {}, locale),
    newest && element('lastBuildDate', {}, newest.at.toUTCString()),
    element('generator', {}, 'Arab Press'),
    emptyElement('atom:link', { rel: 'self', type: 'application/rss+xml', href: url }),
    element(
      'image',
      {},
      element('url', {}, cover),
      element('title', {}, title),
      element('link', {}, siteUrl + frontPath(locale)),
    ),
    emptyElement('itunes:image', { href: cover }),
    element('itunes:category', { text: 'News' }, emptyElement('itunes:category', { text: 'Daily News' })),
    element('itunes:explicit', {}, 'false'),
    element('itunes:author', {}, site.name),
    element('itunes:summary', {}, about),
    element('itunes:type', {}, 'episodic'),
    element(
      'itunes:owner',
      {},
      element('itunes:name', {}, site.name),
      email !== null && element('itunes:email', {}, email),
    ),
    element('podcast:guid', {}, podcastGuid(url)),
    /* Another host may import it: whoever runs the portal decides, not the directory. */
    element('podcast:locked', email === null ? {} : { owner: email }, 'no'),
    element('podcast:medium', {}, 'podcast'),
    element(
      'h:header',
      { class: 'feed-head', lang: locale, dir: locales[locale].dir },
      element('h:h1', {}, title),
      element('h:p', { class: 'feed-about' }, about),
      element(
        'h:p',
        { class: 'feed-note' },
        t('whatThisIs'),
        ' ',
        element('h:a', { href: frontPath(locale) }, t('openPage')),
      ),
      items.length === 0 && element('h:p', { class: 'feed-empty' }, t('empty')),
    ),
    items.map(({ item }) => item),
  )
  return xmlDocument(
    element('rss', { version: '2.0', 'xml:lang': locale, ...NAMESPACES }, channel),
    stylePath,
  )
}

function bulletinItem(bulletin: Bulletin, { siteUrl, frame, t }: PodcastSource): Markup {
  const { locale } = frame
  const day = formatDay(startOfIsoDay(bulletin.day), locale)
  const title = isolatedText(t('bulletin', { day }), locale)
  return itemOf({
    title,
    summary: t('bulletinAbout', { count: bulletin.storyIds.length }),
    page: siteUrl + frontPath(locale),
    guid: tagUri(siteUrl, `${locale}/bulletin/${bulletin.day}`),
    at: bulletin.madeAt,
    sound: { ...bulletin, seconds: bulletin.durationMs / 1000 },
    siteUrl,
    locale,
  })
}

function articleItem({ story, sound }: Episode, { siteUrl, frame }: PodcastSource): Markup {
  const { locale } = frame
  const page = siteUrl + articlePath(locale, { ...story, sectionSlug: story.section.slug })
  return itemOf({
    title: isolatedText(story.headline, locale),
    summary: isolatedText(story.standfirst || story.headline, locale),
    page,
    guid: tagUri(siteUrl, `${locale}/listen/${story.storyId}`),
    at: story.publishedAt,
    sound,
    siteUrl,
    locale,
    transcript: emptyElement('podcast:transcript', { url: page, type: 'text/html', language: locale }),
  })
}

type Item = {
  title: string
  summary: string
  page: string
  guid: string
  at: Date
  sound: PublicSound
  siteUrl: string
  locale: Locale
  transcript?: Markup
}

function itemOf({ title, summary, page, guid, at, sound, siteUrl, locale, transcript }: Item): Markup {
  return element(
    'item',
    {},
    element('title', {}, title),
    element('link', {}, page),
    element('description', {}, summary),
    element('guid', { isPermaLink: 'false' }, guid),
    element('pubDate', {}, at.toUTCString()),
    emptyElement('enclosure', {
      url: siteUrl + soundPath(sound.name),
      length: sound.bytes,
      type: 'audio/mpeg',
    }),
    element('itunes:title', {}, title),
    element('itunes:summary', {}, summary),
    element('itunes:duration', {}, Math.max(1, Math.round(sound.seconds))),
    element('itunes:explicit', {}, 'false'),
    element('itunes:episodeType', {}, 'full'),
    transcript,
    element(
      'h:article',
      { class: 'feed-item', lang: locale, dir: locales[locale].dir },
      element('h:h2', {}, element('h:a', { href: page.slice(siteUrl.length) }, title)),
      element('h:p', {}, summary),
      element(
        'h:p',
        { class: 'feed-meta' },
        element('h:time', { datetime: at.toISOString() }, formatDayAndClock(at, locale)),
      ),
    ),
  )
}

/** The identifier of a podcast: a UUID (version 5) of its address without the scheme and slashes at its end. */
export function podcastGuid(url: string): string {
  const name = url.replace(/^[a-z]+:\/\//i, '').replace(/\/+$/, '')
  const namespace = Buffer.from(UUID_NAMESPACE.replaceAll('-', ''), 'hex')
  const bytes = createHash('sha1').update(namespace).update(name).digest().subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
