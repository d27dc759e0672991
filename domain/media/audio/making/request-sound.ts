import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { reader } from '#db/open.ts'
import {
  askAgain,
  charactersOn,
  countWaiting,
  insertSpoken,
  type Spoken,
  spokenOf,
} from '#db/queries/audio/spoken.ts'
import { type ToldArticle, toldArticleOf } from '#db/queries/audio/told-articles.ts'
import type { SpokenPart, VoiceKind } from '#db/schema/tables.ts'
import { write } from '#db/write.ts'
import { offeredVoices } from '#domain/media/audio/voices/offered-voices.ts'
import type { Locale } from '#i18n/locales.ts'
import { settings } from '#settings/settings.ts'
import { budgetDay, isForProvider } from './provider-limits.ts'
import { textOf, versionOf } from './spoken-of.ts'

type Wish = { locale: Locale; storyId: number; part: SpokenPart; voice: VoiceKind }

/** The answer to somebody who wants to listen. */
export type SoundAnswer =
  | { state: 'ready'; name: string; durationMs: number; bytes: number }
  | { state: 'making' }
  | { state: 'withdrawn' | 'missing' }
  /** This voice does not speak it, or not now; another one may. */
  | { state: 'refused'; reason: 'voice' | 'age' | 'budget' | 'queue' | 'failed'; retryAfterMs: number }

/* More waiting than that, and a reader would wait for minutes. */
const MOST_WAITING = 200
const HOUR_MS = 60 * 60 * 1000
const SOON_MS = 60_000

/** The sound of a part of an article in one voice; where it is not there yet, it is asked for. */
export async function requestSound(wish: Wish, now = new Date()): Promise<SoundAnswer> {
  const { locale, storyId, part, voice } = wish
  const article = await toldArticleOf(locale, storyId, now)
  if (typeof article === 'string') return { state: article }
  const { hasProvider, hasBuiltIn } = await offeredVoices()
  if (!(voice === 'provider' ? hasProvider : hasBuiltIn)) return refused('voice', 24 * HOUR_MS)
  const { version, characters } = versionAtHand(article, part, voice)
  const key = { articleId: article.id, part, voice, version }
  const found = await spokenOf(reader(), key)
  if (found?.state === 'ready') return ready(found)
  if (voice === 'provider' && !isForProvider(article.publishedAt, now)) return refused('age', 24 * HOUR_MS)
  if (found && !canBeMade(found, now)) return refused('failed', SOON_MS)
  if (found?.state === 'claimed' || (found?.state === 'waiting' && found.urgency > 0))
    return { state: 'making' }
  if (voice === 'provider' && found?.state !== 'waiting') {
    const { day, next } = budgetDay(now)
    const spent = await charactersOn(reader(), day)
    if (spent + characters > settings().voiceDailyCharacters)
      return refused('budget', next.getTime() - now.getTime())
  }
  return write(async tx => {
    if (found) {
      await askAgain(tx, found.id, { now })
      return { state: 'making' }
    }
    if ((await countWaiting(tx)) >= MOST_WAITING) return refused('queue', SOON_MS)
    await insertSpoken(tx, { ...key, revision: article.revision, characters, isUrgent: true, now })
    return { state: 'making' }
  })
}

/* A sound that has just failed would fail again; after an hour it may not. */
function canBeMade({ state, attempts, nextAt }: Spoken, now: Date): boolean {
  if (state === 'failed') return now.getTime() - nextAt.getTime() > HOUR_MS
  return state === 'claimed' || attempts === 0 || nextAt <= now
}

function ready({ name, durationMs, bytes }: Spoken): SoundAnswer {
  return { state: 'ready', name: name ?? '', durationMs: durationMs ?? 0, bytes: bytes ?? 0 }
}

const refused = (
  reason: Extract<SoundAnswer, { state: 'refused' }>['reason'],
  retryAfterMs: number,
): SoundAnswer => ({ state: 'refused', reason, retryAfterMs })

/* A player that waits asks every second, and the text takes milliseconds to prepare. */
const versions = new LRUCache<string, { version: string; characters: number }>({ max: 1000 })

function versionAtHand(article: ToldArticle, part: SpokenPart, voice: VoiceKind) {
  const { headline, standfirst, body } = article
  const text = JSON.stringify([part, voice, article.locale, headline, standfirst, body])
  const key = createHash('sha256').update(text).digest('base64url')
  const known = versions.get(key)
  if (known) return known
  const spokenText = textOf(part, article)
  const made = { version: versionOf(spokenText, voice), characters: spokenText.characters }
  versions.set(key, made)
  return made
}
