import { reader } from '#db/open.ts'
import { recordingsOf } from '#db/queries/audio/recordings.ts'
import { countWaiting, insertSpoken, setRevision, spokenOfArticles } from '#db/queries/audio/spoken.ts'
import { newestToldArticles, type ToldArticle } from '#db/queries/audio/told-articles.ts'
import type { SpokenPart, VoiceKind } from '#db/schema/tables.ts'
import { write } from '#db/write.ts'
import { offeredVoices } from '#domain/media/audio/voices/offered-voices.ts'
import type { Locale } from '#i18n/locales.ts'
import { localeList } from '#i18n/locales.ts'
import { isForProvider } from './provider-limits.ts'
import { textOf, versionOf } from './spoken-of.ts'

/** So many of the newest articles of each language are spoken before anybody asks. */
export const AHEAD = 10
const MOST_WAITING = 100

/**
 * Asks for the sounds of the newest articles that are not there yet. `isFirst`: the voice may be another one than at the
 * last start, so that every text is looked at, and not only those of new revisions.
 */
export async function requestAhead(now = new Date(), isFirst = true): Promise<void> {
  const { hasProvider, hasBuiltIn } = await offeredVoices()
  const voice = hasProvider ? 'provider' : hasBuiltIn ? 'built-in' : null
  if (voice === null) return
  for (const locale of localeList) await requestNewest(locale, voice, { now, isFirst })
}

type Round = { now: Date; isFirst: boolean }

async function requestNewest(locale: Locale, voice: VoiceKind, round: Round): Promise<void> {
  const { now } = round
  const articles = (await newestToldArticles(locale, AHEAD, now)).filter(
    ({ publishedAt }) => voice === 'built-in' || isForProvider(publishedAt, now),
  )
  const recorded = await recordingsOf(articles.map(({ id }) => id))
  const unrecorded = articles.filter(({ id }) => !recorded.some(({ articleId }) => articleId === id))
  await requestPart('headline', articles, voice, round)
  await requestPart('article', unrecorded, voice, round)
}

async function requestPart(
  part: SpokenPart,
  articles: ToldArticle[],
  voice: VoiceKind,
  { now, isFirst }: Round,
): Promise<void> {
  const ids = articles.map(({ id }) => id)
  const known = await spokenOfArticles(reader(), ids, { part, voice })
  for (const article of articles) {
    const isKnown = known.some(row => row.articleId === article.id && row.revision === article.revision)
    if (isKnown && !isFirst) continue
    const text = textOf(part, article)
    const version = versionOf(text, voice)
    const found = known.find(row => row.articleId === article.id && row.version === version)
    if (found?.revision === article.revision) continue
    await write(async tx => {
      if (found) return setRevision(tx, found.id, article.revision)
      if ((await countWaiting(tx)) >= MOST_WAITING) return
      const { id: articleId, revision } = article
      const { characters } = text
      await insertSpoken(tx, { articleId, part, voice, version, revision, characters, isUrgent: false, now })
    })
  }
}
