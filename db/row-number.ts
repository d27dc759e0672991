/* Where PostgreSQL's integers end. SQLite's go on, but no newsroom gets there. */
const LARGEST = 2_147_483_647

/** Whether a row can have this number. Anybody may ask for any; a larger one than the engine knows is an error to it. */
export function isRowNumber(number: number): boolean {
  return Number.isInteger(number) && number > 0 && number <= LARGEST
}
