import type { Locale } from '#i18n/locales.ts'
import { cutText } from './cut-text.ts'
import { PAUSE_MS } from './pauses.ts'
import type { SpokenBlock } from './spoken-block.ts'

/** A piece of text that a browser's voice says at once, and the silence after it. */
export type SpeechPiece = { text: string; locale: Locale; pauseMs: number }

/* Chrome stops a voice after fourteen seconds; nobody speaks twelve letters a second for as long. */
const MOST_LETTERS = 160

/** The text in pieces for the browser's own voices. Names of the other language are pieces of their own. */
export function speechPieces(blocks: readonly SpokenBlock[]): SpeechPiece[] {
  return blocks.flatMap(({ kind, runs }) => {
    const pieces = runs.flatMap(({ text, locale }) =>
      cutText(text, MOST_LETTERS)
        .filter(piece => /[\p{L}\p{N}]/u.test(piece))
        .map((piece): SpeechPiece => ({ text: piece, locale, pauseMs: 0 })),
    )
    const last = pieces.at(-1)
    if (last) last.pauseMs = PAUSE_MS[kind]
    return pieces
  })
}
