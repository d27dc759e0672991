import { articlePath, soundPath } from '#addresses/paths.ts'
import { reader } from '#db/open.ts'
import { recordingsOf } from '#db/queries/audio/recordings.ts'
import { spokenOfArticles } from '#db/queries/audio/spoken.ts'
import { newestToldArticles, type ToldArticle, toldArticleOf } from '#db/queries/audio/told-articles.ts'
import { siteFrame } from '#db/queries/frame.ts'
import { teasersOf } from '#db/queries/teasers.ts'
import type { SpokenPart, VoiceKind } from '#db/schema/tables.ts'
import type { Teaser } from '#db/shapes.ts'
import { isForProvider } from '#domain/media/audio/making/provider-limits.ts'
import { textOf, versionOf } from '#domain/media/audio/making/spoken-of.ts'
import { speechPieces } from '#domain/media/audio/spoken-text/speech-pieces.ts'
import { type OfferedVoices, offeredVoices } from '#domain/media/audio/voices/offered-voices.ts'
import { renditionName, widthsFor } from '#domain/media/pictures/rendition-name.ts'
import type { Locale } from '#i18n/locales.ts'
import { translator } from '#i18n/translator.ts'
import { dockHtml } from './dock-html.ts'
import type { Sound, SoundItem, SoundList } from './sound-list.ts'

/** The list of headlines is about this long: half an hour. */
const HEADLINES = 50
/** So many of the newest articles follow the one that was chosen. */
const FOLLOWING = 10
/* Slow enough for the news: what a list takes is estimated where nothing was spoken yet. */
const CHARACTERS_A_SECOND = 14
/* Between two items. */
const GAP_S = 1

/** The newest headlines, one after the other, with the words of the page that plays them. */
export async function headlineList(locale: Locale, page = locale, now = new Date()): Promise<SoundList> {
  const articles = await newestToldArticles(locale, HEADLINES, now)
  const t = translator(page, 'listening')
  return listOf('headlines', t('headlines'), await itemsOf(articles, 'headline', locale, now), locale, page)
}

/** An article, and after it the newest others. */
export async function articleList(
  locale: Locale,
  storyId: number,
  page = locale,
  now = new Date(),
): Promise<SoundList | 'withdrawn' | 'missing'> {
  const article = await toldArticleOf(locale, storyId, now)
  if (typeof article === 'string') return article
  const newest = await newestToldArticles(locale, FOLLOWING + 1, now)
  const others = newest.filter(({ id }) => id !== article.id).slice(0, FOLLOWING)
  const t = translator(page, 'listening')
  return listOf(
    'article',
    t('articles'),
    await itemsOf([article, ...others], 'article', locale, now),
    locale,
    page,
  )
}

async function listOf(
  kind: SoundList['kind'],
  title: string,
  items: SoundItem[],
  locale: Locale,
  page: Locale,
): Promise<SoundList> {
  const { site } = await siteFrame(page)
  const dock = dockHtml({ page, locale, siteName: site.name, title, summary: summaryOf(items, page), items })
  return { locale, kind, site: site.name, title, dock, items }
}

async function itemsOf(
  articles: ToldArticle[],
  part: SpokenPart,
  locale: Locale,
  now: Date,
): Promise<SoundItem[]> {
  const ids = articles.map(({ id }) => id)
  const [voices, teasers, recordings, provided] = await Promise.all([
    offeredVoices(),
    teasersOf(ids, locale),
    part === 'article' ? recordingsOf(ids) : [],
    spokenOfArticles(reader(), ids, { part, voice: 'provider' }),
  ])
  const pages = new Map(teasers.map(teaser => [teaser.storyId, teaser]))
  return articles.flatMap(article => {
    const page = pages.get(article.storyId)
    if (!page || voices.isOff) return []
    const text = textOf(part, article)
    const recording = recordings.find(each => each.articleId === article.id)
    const version = voices.hasProvider ? versionOf(text, 'provider') : null
    const spoken = provided.find(
      row => row.articleId === article.id && row.version === version && row.state === 'ready',
    )
    const audio: Sound | null = recording
      ? { src: soundPath(recording.name), seconds: recording.seconds, by: 'recording' }
      : spoken?.name
        ? { src: soundPath(spoken.name), seconds: (spoken.durationMs ?? 0) / 1000, by: 'provider' }
        : null
    return {
      story: article.storyId,
      part,
      headline: article.headline,
      href: articlePath(locale, { ...page, sectionSlug: page.section.slug }),
      picture: pictureOf(page),
      audio,
      voices: voicesFor(article, voices, now),
      pieces: speechPieces(text.blocks),
    }
  })
}

function voicesFor({ publishedAt }: ToldArticle, voices: OfferedVoices, now: Date): VoiceKind[] {
  return [
    ...(voices.hasProvider && isForProvider(publishedAt, now) ? (['provider'] as const) : []),
    ...(voices.hasBuiltIn ? (['built-in'] as const) : []),
  ]
}

function pictureOf({ picture }: Teaser): string | null {
  const [width] = picture ? widthsFor(picture.width) : []
  return picture && width ? `/media/${renditionName(picture.name, width, 'webp')}` : null
}

function summaryOf(items: SoundItem[], locale: Locale): string {
  const seconds = items.reduce(
    (sum, { audio, pieces }) => sum + (audio?.seconds ?? estimateOf(pieces)) + GAP_S,
    0,
  )
  const t = translator(locale, 'listening')
  return t('summary', { count: items.length, minutes: Math.max(1, Math.round(seconds / 60)) })
}

function estimateOf(pieces: SoundItem['pieces']): number {
  return pieces.reduce(
    (sum, { text, pauseMs }) => sum + text.length / CHARACTERS_A_SECOND + pauseMs / 1000,
    0,
  )
}
