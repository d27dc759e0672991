/* The largest integer of PostgreSQL. SQLite has larger ones, but no newsroom reaches them. */
const LARGEST = 2_147_483_647

/**
 * Whether a row can have this number. Readers may request any number, and one that the engine cannot hold would be an
 * error.
 */
export function isRowNumber(number: number): boolean {
  return Number.isInteger(number) && number > 0 && number <= LARGEST
}
