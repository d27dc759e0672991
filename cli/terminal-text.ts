import { isolate, stripBidiControls } from '#i18n/bidi.ts'

/** A text of the newsroom as a terminal may show it: it can neither reorder what stands beside it nor steer it. */
export function terminalText(text: string): string {
  return isolate(stripBidiControls(text).replace(/\p{Cc}+/gu, ' '))
}

/** Rows under one another, each column as wide as it must be; the last is left as it is. */
export function alignedRows(rows: string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0)))
  return rows.map(row =>
    row.map((cell, column) => (column < row.length - 1 ? cell.padEnd(widths[column] ?? 0) : cell)).join('  '),
  )
}
