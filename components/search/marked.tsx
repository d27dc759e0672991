import type { ReactNode } from 'react'
import { isolated } from '#components/bidi/isolated.tsx'

/** A text in pieces; those that match the search are marked. */
export type MarkedPieces = readonly { text: string; isMarked: boolean }[]

/** Renders a text with its marked words, with runs of the other script isolated inside each piece. */
export function marked(pieces: MarkedPieces, isInArabic: boolean): ReactNode {
  return pieces.map(({ text, isMarked }, index) => {
    const key = String(index)
    const content = isolated(text, isInArabic)
    return isMarked ? <mark key={key}>{content}</mark> : <span key={key}>{content}</span>
  })
}
