/** A backup that could not be made or put back, with a sentence that says what to do about it. */
export class BackupError extends Error {
  override readonly name = 'BackupError'
}

export function notOurs(cause?: unknown): BackupError {
  return new BackupError('It is no backup of Arab Press. Name an archive that `press backup` made.', {
    cause,
  })
}
