/** A newsroom that could not be moved, with a sentence that says what to do about it. */
export class MoveError extends Error {
  override readonly name = 'MoveError'
}
