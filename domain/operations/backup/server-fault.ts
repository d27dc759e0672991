import { DatabaseError, isDatabaseFault, reasonOf, sqliteCode } from '#db/errors.ts'
import { MoveError } from '#domain/operations/moving/move-error.ts'
import { BackupError } from './backup-error.ts'

/** What to throw when work with a server broke off: a sentence that says what to do, where one is known. */
export function serverFault(error: unknown, place: string): unknown {
  if (error instanceof DatabaseError || error instanceof BackupError) return error
  const cause = error instanceof MoveError ? error.cause : error
  if (sqliteCode(cause)?.startsWith('SQLITE_FULL')) {
    const message =
      'There is no room for a copy of the database. Make room, or name another folder in TMPDIR or for the file.'
    return new DatabaseError('full', message, { cause })
  }
  if (isDatabaseFault(cause)) {
    const message = `The connection to ${place} was lost (${reasonOf(cause)}). Nothing was kept; try again when it answers.`
    return new BackupError(message, { cause })
  }
  if (!(error instanceof MoveError)) return error
  const message = `${place} does not take what was saved: ${error.message}. PostgreSQL is stricter than SQLite about rows that name others and about text: restore it without DATABASE_URL, and ask press doctor.`
  return new BackupError(message, { cause: error })
}
