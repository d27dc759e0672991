import { isDatabaseFault, reasonOf, sqliteCode } from '#db/errors.ts'
import { ExpectedError, isExpected } from '#errors/expected-error.ts'

/** The error to throw when work with a server fails: one that says what to do, where one is known. */
export function serverFault(error: unknown, place: string): unknown {
  if (isExpected(error, 'database') || isExpected(error, 'backup')) return error
  const cause = isExpected(error, 'move') ? error.cause : error
  if (sqliteCode(cause)?.startsWith('SQLITE_FULL'))
    return new ExpectedError('database.full.work', {}, { cause })
  if (isDatabaseFault(cause)) {
    return new ExpectedError('backup.connectionLost', { place, reason: reasonOf(cause) }, { cause })
  }
  if (!isExpected(error, 'move.rowsRefused')) return error
  return new ExpectedError('backup.rowsRefused', { ...error.parameters, place }, { cause: error })
}
