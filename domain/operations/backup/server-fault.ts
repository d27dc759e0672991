import { DatabaseError, isDatabaseFault, reasonOf, sqliteCode } from '#db/errors.ts'
import { ExpectedError, isExpected } from '#errors/expected-error.ts'

/** What to throw when work with a server broke off: a sentence that says what to do, where one is known. */
export function serverFault(error: unknown, place: string): unknown {
  if (error instanceof DatabaseError || isExpected(error, 'backup')) return error
  const cause = isExpected(error, 'move') ? error.cause : error
  if (sqliteCode(cause)?.startsWith('SQLITE_FULL')) {
    const message =
      'There is no room for a copy of the database. Make room, or name another folder in TMPDIR or for the file.'
    return new DatabaseError('full', message, { cause })
  }
  if (isDatabaseFault(cause)) {
    return new ExpectedError('backup.connectionLost', { place, reason: reasonOf(cause) }, { cause })
  }
  if (!isExpected(error, 'move.rowsRefused')) return error
  return new ExpectedError('backup.rowsRefused', { ...error.parameters, place }, { cause: error })
}
