import type BetterSqlite3 from 'better-sqlite3'
import { ExpectedError } from '#errors/expected-error.ts'

/**
 * Refuses a database of another program: our tables must not mix with its own.
 * @throws ExpectedError 'database.foreign'
 */
export function refuseForeignDatabase(connection: BetterSqlite3.Database): void {
  const tables = connection
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .pluck()
    .all()
  const columns = connection.prepare("SELECT name FROM pragma_table_info('migrations')").pluck().all()
  const isOurs = ['name', 'hash', 'applied_at'].every(column => columns.includes(column))
  if (tables.length === 0 || isOurs) return
  throw new ExpectedError('database.foreign.file', { file: connection.name })
}
