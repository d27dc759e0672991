import type { ReactNode } from 'react'
import { isolated } from '#components/bidi/isolated.tsx'

/** A text in pieces; marked are those that were looked for. */
export type MarkedPieces = readonly { text: string; isMarked: boolean }[]

/** Draws a text with its marked words, each piece with its own foreign runs apart. */
export function marked(pieces: MarkedPieces, isInArabic: boolean): ReactNode {
  return pieces.map(({ text, isMarked }, index) => {
    const key = String(index)
    const drawn = isolated(text, isInArabic)
    return isMarked ? <mark key={key}>{drawn}</mark> : <span key={key}>{drawn}</span>
  })
}
