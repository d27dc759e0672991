import type { VoiceKind } from '#db/schema/tables.ts'

type Outcome = 'made' | 'failed'

type Count = { voice: VoiceKind; outcome: Outcome; sounds: number; durationMs: number }

const counts = new Map<string, Count>()

/** Counts a sound that a voice of this process has made, or could not make. */
export function countSpoken(voice: VoiceKind, outcome: Outcome, durationMs: number): void {
  const key = `${voice} ${outcome}`
  const known = counts.get(key) ?? { voice, outcome, sounds: 0, durationMs: 0 }
  counts.set(key, {
    ...known,
    sounds: known.sounds + 1,
    durationMs: known.durationMs + durationMs,
  })
}

/** The counts of this process so far. */
export function spokenCounts(): Count[] {
  return [...counts.values()]
}
