/*
 * A spreadsheet takes a cell that begins so for a formula, and runs it, though anybody can subscribe with an address of
 * this kind. An apostrophe before it makes it text, for spreadsheets and for the eye.
 */
const FORMULA = /^'*[=+\-@\t\r]/
const GUARDED = /^'+[=+\-@\t\r]/

/** A text as it may stand in a cell. */
export function toCell(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text
}

/** The text that `toCell` has put into a cell. */
export function fromCell(cell: string): string {
  return GUARDED.test(cell) ? cell.slice(1) : cell
}
