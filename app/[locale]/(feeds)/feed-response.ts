import { getTranslations } from 'next-intl/server'
import { readLocale, readSegment } from '#app/[locale]/params.ts'
import { feedSubject } from '#db/queries/feed-subjects.ts'
import { feedArticles } from '#db/queries/feeds.ts'
import { siteFrame } from '#db/queries/frame.ts'
import type { FeedSubject } from '#db/shapes.ts'
import { atom } from '#domain/distribution/feeds/atom.ts'
import type { Feed, FeedFormat, FeedWords } from '#domain/distribution/feeds/feed.ts'
import { jsonFeed } from '#domain/distribution/feeds/json-feed.ts'
import { makeFeed } from '#domain/distribution/feeds/make-feed.ts'
import { rss } from '#domain/distribution/feeds/rss.ts'
import { tag } from '#domain/editorial/publishing/tags.ts'
import type { Locale } from '#i18n/locales.ts'
import { listParts } from '#i18n/numbers.ts'
import { answer } from '#request/answer.ts'
import { feedStyleFile } from '#request/enhance-files.ts'
import { settings } from '#settings/settings.ts'

type Params = { locale: string; section?: string; slug?: string }
type Context = { params: Promise<Params> }

/*
 * The links to a feed name its narrower type. With that type in the answer, Chromium would show the source instead of
 * the page that the feed carries for people.
 */
const XML = 'application/xml; charset=utf-8'

const WRITERS: Record<FeedFormat, { type: string; write: (feed: Feed) => string }> = {
  rss: { type: XML, write: feed => rss(feed, feedStyleFile()) },
  atom: { type: XML, write: feed => atom(feed, feedStyleFile()) },
  json: { type: 'application/feed+json; charset=utf-8', write: jsonFeed },
}

/** The route handler of one kind of feed in one format; `front` is the feed of all new articles. */
export function feedRoute(kind: FeedSubject['kind'] | 'front', format: FeedFormat) {
  return async (_: Request, { params }: Context): Promise<Response> => {
    const { locale: segment, section, slug = section ?? '' } = await params
    const locale = readLocale(segment)
    const subject = kind === 'front' ? null : await feedSubject(locale, kind, readSegment(slug))
    /* The edge replaces this answer with the readers' 404 page. */
    if (kind !== 'front' && !subject) return new Response(null, { status: 404 })
    const { type, write } = WRITERS[format]
    const feed = await feedOf(locale, subject)
    return new Response(write(feed), {
      headers: { 'Content-Type': type, ...discovery(feed, format) },
    })
  }
}

/* Subscribers find the hub and the feed's own address in these links (WebSub, section 4). */
function discovery({ hub, urls }: Feed, format: FeedFormat): { Link?: string } {
  return hub === null ? {} : { Link: `<${hub}>; rel="hub", <${urls[format]}>; rel="self"` }
}

async function feedOf(locale: Locale, subject: FeedSubject | null): Promise<Feed> {
  const [{ site }, articles, t] = await Promise.all([
    siteFrame(locale),
    feedArticles(locale, subject),
    getTranslations({ locale, namespace: 'site' }),
  ])
  answer({
    tags: [
      subject ? tag[subject.kind](subject.id) : tag.latest(locale),
      tag.audio(locale),
      tag.frame(locale),
    ],
    shows: articles,
  })
  const { siteUrl, webSubHub: hub } = settings()
  return makeFeed({
    locale,
    siteUrl,
    hub,
    siteName: site.name,
    title: subject ? t('titleWithSite', { title: subject.name, site: site.name }) : site.name,
    description: subject ? subject.description : site.description,
    subject,
    articles,
    words: await feedWords(locale, site.name),
  })
}

async function feedWords(locale: Locale, siteName: string): Promise<FeedWords> {
  const [t, body, article] = await Promise.all([
    getTranslations({ locale, namespace: 'feeds' }),
    getTranslations({ locale, namespace: 'body' }),
    getTranslations({ locale, namespace: 'article' }),
  ])
  return {
    artCredit: body('artCredit', { site: siteName }),
    watchVideo: t('watchVideo'),
    downloadVideo: body('downloadVideo'),
    downloadAudio: body('downloadAudio'),
    file: body('file'),
    openAt: site => body.markup('openAt', { site: () => site }),
    footnotes: count => body('footnotes', { count }),
    corrections: count => article('corrections', { count }),
    whatThisIs: t('whatThisIs'),
    openPage: t('openPage'),
    empty: t('empty'),
    names: names =>
      listParts(names, locale)
        .map(({ value }) => value)
        .join(''),
  }
}
