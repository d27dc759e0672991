import { isolate, stripBidiControls } from '#i18n/bidi.ts'

/** Makes a text of the newsroom safe for a terminal: it cannot reorder the text around it or send control codes. */
export function terminalText(text: string): string {
  return isolate(stripBidiControls(text).replace(/\p{Cc}+/gu, ' '))
}

/** Pads cells so that columns align; the last column is not padded. */
export function alignedRows(rows: string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0)))
  return rows.map(row =>
    row.map((cell, column) => (column < row.length - 1 ? cell.padEnd(widths[column] ?? 0) : cell)).join('  '),
  )
}
