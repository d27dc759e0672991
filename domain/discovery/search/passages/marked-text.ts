import type { WordMatcher } from './word-matcher.ts'

/** A text in pieces, as it was written. Marked pieces are whole words that match the query. */
export type MarkedText = { text: string; isMarked: boolean }[]

export function markedText(text: string, matchesIn: WordMatcher): MarkedText {
  const pieces: MarkedText = []
  let end = 0
  for (const term of matchesIn(text)) {
    if (term.start > end) pieces.push({ text: text.slice(end, term.start), isMarked: false })
    pieces.push({ text: term.text, isMarked: true })
    end = term.end
  }
  if (end < text.length) pieces.push({ text: text.slice(end), isMarked: false })
  return pieces
}

export function isMarked(text: MarkedText): boolean {
  return text.some(piece => piece.isMarked)
}
