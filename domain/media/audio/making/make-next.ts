import { readFile, rm } from 'node:fs/promises'
import { reader } from '#db/open.ts'
import {
  charactersOn,
  claimSpoken,
  deleteSpoken,
  type Spoken,
  settleSpoken,
  spendCharacters,
} from '#db/queries/audio/spoken.ts'
import { toldArticle } from '#db/queries/audio/told-articles.ts'
import { nameChange } from '#db/queries/changes.ts'
import type { VoiceKind } from '#db/schema/tables.ts'
import { write } from '#db/write.ts'
import { tag } from '#domain/editorial/publishing/tags.ts'
import { durationOfBytes } from '#domain/media/audio/encoding/encode-mp3.ts'
import type { SpokenBlock } from '#domain/media/audio/spoken-text/spoken-block.ts'
import { mediaName } from '#domain/media/files/media-name.ts'
import { mediaStore } from '#domain/media/files/media-store.ts'
import { soundFile } from '#domain/media/files/stored-file.ts'
import { isExpected } from '#errors/expected-error.ts'
import { errorWords } from '#i18n/error-words.ts'
import type { Locale } from '#i18n/locales.ts'
import { settings } from '#settings/settings.ts'
import { budgetDay } from './provider-limits.ts'
import { textOf, versionOf } from './spoken-of.ts'

export type SpeakingWork = { blocks: SpokenBlock[]; locale: Locale; voice: VoiceKind }

/** Speaks a text into a file of its own, which the caller takes over or removes. */
export type Speak = (work: SpeakingWork, signal: AbortSignal) => Promise<{ path: string }>

type Options = {
  dataDir: string
  holder: string
  speak: Speak
  signal: AbortSignal
  /** Leaves what nobody waits for. */
  urgentOnly?: boolean
  now?: Date
}

/** The outcome of the next piece of work. */
export type Made =
  | { outcome: 'none' }
  | { outcome: 'made'; voice: VoiceKind; durationMs: number }
  | { outcome: 'failed'; voice: VoiceKind; error: unknown; isFinal: boolean }
  /** The article is gone or says something else by now, or the provider's budget is spent for today. */
  | { outcome: 'dropped' | 'postponed'; voice: VoiceKind }

const MOST_ATTEMPTS = 3
const RETRY_MS = [10_000, 120_000, 0]

/** Makes the sound that is due first. */
export async function makeNext(options: Options): Promise<Made> {
  const { holder, urgentOnly = false, now = new Date() } = options
  const claimed = await write(async tx => {
    const row = await claimSpoken(tx, { holder, now, leastUrgency: urgentOnly ? 1 : 0 })
    if (row?.voice !== 'provider') return row && { row, isWithinBudget: true }
    const { day, next } = budgetDay(now)
    const isWithinBudget = (await charactersOn(tx, day)) + row.characters <= settings().voiceDailyCharacters
    if (isWithinBudget) await spendCharacters(tx, day, row.characters)
    else
      await settleSpoken(tx, row, { state: 'waiting', nextAt: next, urgency: 0, attempts: row.attempts - 1 })
    return { row, isWithinBudget }
  })
  if (!claimed) return { outcome: 'none' }
  const { row, isWithinBudget } = claimed
  if (!isWithinBudget) return { outcome: 'postponed', voice: row.voice }
  return make(row, options)
}

async function make(row: Spoken, { dataDir, speak, signal, now = new Date() }: Options): Promise<Made> {
  const { voice, part } = row
  const article = await toldArticle(reader(), row.articleId, now)
  const text = article && textOf(part, article)
  if (!article || !text || versionOf(text, voice) !== row.version) {
    await write(tx => deleteSpoken(tx, [row.id]))
    return { outcome: 'dropped', voice }
  }
  try {
    const { path } = await speak({ blocks: text.blocks, locale: article.locale, voice }, signal)
    try {
      const content = await readFile(path)
      const name = mediaName(content)
      await mediaStore(dataDir).put(soundFile(name), { path })
      const durationMs = durationOfBytes(content.length)
      await write(async tx => {
        const made = { name, bytes: content.length, durationMs, madeAt: new Date() }
        const isOurs = await settleSpoken(tx, row, { ...made, state: 'ready', failure: null })
        if (isOurs && voice === 'provider') await nameChange(tx, new Date(), [tag.audio(article.locale)])
      })
      return { outcome: 'made', voice, durationMs }
    } finally {
      await rm(path, { force: true })
    }
  } catch (error) {
    if (signal.aborted) throw error
    return failed(row, error, now)
  }
}

async function failed(row: Spoken, error: unknown, now: Date): Promise<Made> {
  const isFinal = row.attempts >= MOST_ATTEMPTS
  const nextAt = new Date(now.getTime() + (RETRY_MS[row.attempts - 1] ?? 0))
  const failure = isExpected(error) ? errorWords(error, 'en') : String(error)
  await write(tx => settleSpoken(tx, row, { state: isFinal ? 'failed' : 'waiting', nextAt, failure }))
  return { outcome: 'failed', voice: row.voice, error, isFinal }
}
