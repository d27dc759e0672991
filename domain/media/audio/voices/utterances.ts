import { cutText } from '#domain/media/audio/spoken-text/cut-text.ts'
import { PAUSE_MS } from '#domain/media/audio/spoken-text/pauses.ts'
import { plainTextOf } from '#domain/media/audio/spoken-text/plain-text.ts'
import type { SpokenBlock } from '#domain/media/audio/spoken-text/spoken-block.ts'

/** A stretch of text that a voice speaks at once, and the silence after it. */
export type Utterance = { text: string; pauseMs: number }

/**
 * Divides a text for voices that know no pauses of ours: headline and standfirst alone, then paragraphs together as far
 * as the voice takes them, which makes its own pauses between them.
 */
export function utterancesOf(blocks: readonly SpokenBlock[], mostCharacters: number): Utterance[] {
  const utterances: Utterance[] = []
  let open: { text: string; pauseMs: number } | null = null
  for (const block of blocks) {
    const pauseMs = PAUSE_MS[block.kind]
    for (const text of cutText(plainTextOf([block]), mostCharacters)) {
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
