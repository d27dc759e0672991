import { plainTextOf } from '#domain/media/audio/spoken-text/plain-text.ts'
import type { SpokenBlock } from '#domain/media/audio/spoken-text/spoken-block.ts'

/** A stretch of text that a voice speaks at once, and the silence after it. */
export type Utterance = { text: string; pauseMs: number }

const PAUSE_MS = { headline: 900, standfirst: 900, heading: 600, paragraph: 500 } as const

/**
 * Divides a text for voices that know no pauses of ours: headline and standfirst alone, then paragraphs together as far
 * as the voice takes them, which makes its own pauses between them.
 */
export function utterancesOf(blocks: readonly SpokenBlock[], mostCharacters: number): Utterance[] {
  const utterances: Utterance[] = []
  let open: { text: string; pauseMs: number } | null = null
  for (const block of blocks) {
    const pauseMs = PAUSE_MS[block.kind]
    for (const text of cut(plainTextOf([block]), mostCharacters)) {
      const isAlone = block.kind === 'headline' || block.kind === 'standfirst'
      if (open && !isAlone && open.text.length + 2 + text.length <= mostCharacters) {
        open.text += `\n\n${text}`
        open.pauseMs = pauseMs
      } else {
        const utterance: { text: string; pauseMs: number } = { text, pauseMs }
        utterances.push(utterance)
        open = isAlone ? null : utterance
      }
    }
  }
  return utterances
}

const ENDS = [/[.!?؟…][»”"')\]]*\s+/g, /[،,;؛:]\s+/g, /\s+/g]

/* At the end of a sentence where there is one, then of a clause, then between words. */
function cut(text: string, most: number): string[] {
  const parts: string[] = []
  let rest = text.trim()
  while (rest.length > most) {
    const at = lastEnd(rest.slice(0, most)) || most
    parts.push(rest.slice(0, at).trim())
    rest = rest.slice(at).trim()
  }
  return rest ? [...parts, rest] : parts
}

function lastEnd(text: string): number {
  for (const pattern of ENDS) {
    const last = [...text.matchAll(pattern)].at(-1)
    if (last && last.index > 0) return last.index + last[0].length
  }
  return 0
}
