import type { TableRow } from '#body/body.ts'
import { textOf } from '#body/plain-text.ts'
import { isFigure } from './table-figures.ts'

/* In rem, from the widths of the letters and digits of the interface's type, and the padding of a cell. */
const LETTER = 0.54
const DIGIT = 0.6
const PADDING = 1.1
const SENTENCE = 9
const LONG = 28

/** The steps of Table.module.css. */
const STEPS = [20, 28, 38] as const

/**
 * The width in rem from which a table stands side by side, in steps, so that no column is cut: the sum of the longest
 * figures and words that must not break. `null` for a table that no page is wide enough for.
 */
export function roomFor(rows: readonly TableRow[], starts: readonly number[][]): number | null {
  const widths: number[] = []
  for (const [index, row] of rows.entries()) {
    for (const [place, cell] of row.content.entries()) {
      const { colspan } = cell.attrs
      const from = starts[index]?.[place] ?? 0
      const share = cellWidth(textOf(cell).trim()) / colspan
      for (let column = from; column < from + colspan; column++) {
        widths[column] = Math.max(widths[column] ?? 0, share)
      }
    }
  }
  const needed = widths.reduce((sum, width) => sum + (width ?? 0), 0)
  return STEPS.find(step => step >= needed) ?? null
}

function cellWidth(text: string): number {
  if (isFigure(text)) return text.length * DIGIT + PADDING
  const longest = Math.max(0, ...text.split(/\s+/).map(word => word.length))
  return Math.max(longest * LETTER, text.length > LONG ? SENTENCE : 0) + PADDING
}
