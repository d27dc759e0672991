import { Fragment, type ReactNode } from 'react'
import { isolate } from '#components/bidi/isolated.tsx'
import { unbrokenDays } from '#components/bidi/unbroken.ts'
import { isolatedRuns } from '#i18n/isolated-runs.ts'
import type { Direction } from '#i18n/text-direction.ts'

/** A text in pieces; those that match the search are marked. */
export type MarkedPieces = readonly { text: string; isMarked: boolean }[]

/**
 * Renders a text with its marked words. A run of the other direction is isolated as a whole, with the marks inside:
 * marked words of «BBC News» must not part it.
 */
export function marked(pieces: MarkedPieces, direction: Direction): ReactNode {
  let at = 0
  return isolatedRuns(pieces.map(({ text }) => text).join(''), direction).map((run, index) => {
    const key = String(index)
    const from = at
    at += run.text.length
    const inside = cut(pieces, from, at).map(({ text, isMarked }, place) =>
      isMarked ? <mark key={String(place)}>{text}</mark> : unbrokenDays(text),
    )
    return run.isIsolated ? (
      isolate(run.text, run.direction, key, inside)
    ) : (
      <Fragment key={key}>{inside}</Fragment>
    )
  })
}

function cut(pieces: MarkedPieces, from: number, to: number): MarkedPieces {
  let at = 0
  return pieces
    .map(({ text, isMarked }) => {
      const start = at
      at += text.length
      return { text: text.slice(Math.max(0, from - start), Math.max(0, to - start)), isMarked }
    })
    .filter(({ text }) => text !== '')
}
