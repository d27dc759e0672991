import type { TableRow } from '#body/body.ts'
import { textOf } from '#body/plain-text.ts'

const NUMBER = /^[\p{Nd}\s.,٫٬:/%٪‰+\-–−±×=<>≤≥≈~()°$€£¥]+$/u

/** Figures and their signs alone: Arabic text would show the minus of «-5» behind it, and «3-1» as «1-3». */
export function isFigure(text: string): boolean {
  return /\p{Nd}/u.test(text) && NUMBER.test(text)
}

/* «48 minutes», "48 km": a figure with its unit, which is short. */
const WITH_UNIT = /^[^\p{L}]*\p{Nd}[^\p{L}]*\p{L}[\p{L}\p{M}./²³]{0,12}$/u
/* Signs that stand where there is no figure. */
const NOTHING = /^(?:[-–—…/]|n\/?a|غ\.?م\.?|لا يوجد)?$/iu

function isQuantity(text: string): boolean {
  return isFigure(text) || WITH_UNIT.test(text)
}

/** The column at which each cell of a row begins, with the cells that reach into the row from above. */
export function columnsOf(rows: readonly TableRow[]): number[][] {
  const taken: number[] = []
  return rows.map(row => {
    let column = 0
    const starts = row.content.map(({ attrs: { colspan, rowspan } }) => {
      while ((taken[column] ?? 0) > 0) column++
      const start = column
      for (; column < start + colspan; column++) taken[column] = rowspan
      return start
    })
    for (const [index, left] of taken.entries()) taken[index] = Math.max(0, (left ?? 0) - 1)
    return starts
  })
}

/**
 * The columns that hold figures and nothing else. They align at the end of the figures, unit under unit, whatever the
 * table says; only a first column that the table sets at its start is one of names, such as years.
 */
export function figureColumns(rows: readonly TableRow[], starts: readonly number[][]): Set<number> {
  const figures = new Set<number>()
  const others = new Set<number>()
  for (const [index, row] of rows.entries()) {
    for (const [place, cell] of row.content.entries()) {
      const column = starts[index]?.[place] ?? 0
      const text = textOf(cell).trim()
      const isName = column === 0 && (cell.attrs.align === 'start' || cell.type === 'tableHeader')
      if (isName || cell.attrs.colspan > 1) others.add(column)
      else if (isQuantity(text)) figures.add(column)
      else if (!NOTHING.test(text)) others.add(column)
    }
  }
  return new Set([...figures].filter(column => !others.has(column)))
}

/*
 * A range between two plain numbers. Neither a telephone number nor a date: these have more hyphens, or groups that begin
 * with a zero.
 */
const RANGE =
  /(?<=^|[\s(])(\D?(?:0|[1-9]\d*)(?:[.,:]\d+)*%?) ?- ?((?:0|[1-9]\d*)(?:[.,:]\d+)*%?)(?=$|[\s).،,;])/gu

/** A text with en dashes in its ranges. */
export function withEnDashes(text: string): string {
  return text.replace(RANGE, '$1–$2')
}
