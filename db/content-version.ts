import type BetterSqlite3 from 'better-sqlite3'
import { openDatabase } from './open'

const statements = new WeakMap<BetterSqlite3.Database, BetterSqlite3.Statement<[], number | null>>()

/**
 * The version of what readers can see: it moves with each change that they could notice, whichever process made it.
 * Read from the database at every call, in some ten microseconds, so that nobody's copy of it can be old.
 */
export function contentVersion(): number {
  const { readConnection } = openDatabase()
  let statement = statements.get(readConnection)
  if (!statement) {
    statement = readConnection
      .prepare<[], number | null>('SELECT max(version) FROM content_changes')
      .pluck() as BetterSqlite3.Statement<[], number | null>
    statements.set(readConnection, statement)
  }
  return statement.get() ?? 0
}
