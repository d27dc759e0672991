import type { Reader } from '#db/open.ts'
import { charactersOn, failedSpoken, spokenTotals } from '#db/queries/audio/spoken.ts'
import type { SpokenPart, VoiceKind } from '#db/schema/tables.ts'
import { type OfferedVoices, offeredVoices } from '#domain/media/audio/voices/offered-voices.ts'
import { settings } from '#settings/settings.ts'
import { budgetDay } from './provider-limits.ts'

type OfVoice = { voice: VoiceKind; ready: number; waiting: number; failed: number; seconds: number }

export type VoiceStatus = {
  offered: OfferedVoices
  /** Characters that the provider was given today, and may be given. */
  budget: { day: string; spent: number; most: number }
  voices: OfVoice[]
  failures: { articleId: number; part: SpokenPart; voice: VoiceKind; failure: string }[]
}

const FAILURES = 20

/** The state of the voices. */
export async function voiceStatus(db: Reader, now = new Date()): Promise<VoiceStatus> {
  const { day } = budgetDay(now)
  const totals = await spokenTotals(db)
  const of = (voice: VoiceKind): OfVoice => {
    const rows = totals.filter(row => row.voice === voice)
    const count = (...states: string[]) =>
      rows.filter(row => states.includes(row.state)).reduce((sum, row) => sum + row.rows, 0)
    const durationMs = rows.reduce((sum, row) => sum + row.durationMs, 0)
    return {
      ...{ voice, ready: count('ready'), waiting: count('waiting', 'claimed'), failed: count('failed') },
      seconds: Math.round(durationMs / 1000),
    }
  }
  return {
    offered: await offeredVoices(),
    budget: { day, spent: await charactersOn(db, day), most: settings().voiceDailyCharacters },
    voices: [of('provider'), of('built-in')],
    failures: (await failedSpoken(db, FAILURES)).map(({ articleId, part, voice, failure }) => ({
      ...{ articleId, part, voice },
      failure: failure ?? '',
    })),
  }
}
