import type BetterSqlite3 from 'better-sqlite3'
import { sqliteCode } from '#db/errors.ts'
import { failedMigration, knownMigrations, type Migration, refuseForeignMigrations } from '#db/migrations.ts'

/**
 * Brings a database to this program's schema.
 * @throws ExpectedError 'database.newer' when the database knows migrations that this program does not,
 *   'database.migration' when one fails
 */
export function migrate(connection: BetterSqlite3.Database, folder?: string): void {
  const known = knownMigrations('sqlite', folder)
  connection.exec(
    'CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY, hash TEXT NOT NULL, applied_at INTEGER NOT NULL)',
  )
  refuseForeignMigrations(applied(connection), known)
  for (const migration of known) {
    if (!applied(connection).has(migration.name)) apply(connection, migration)
  }
}

/** Whether the database lacks a migration that this program knows. */
export function hasPendingMigrations(connection: BetterSqlite3.Database, folder?: string): boolean {
  const there = applied(connection)
  return knownMigrations('sqlite', folder).some(({ name }) => !there.has(name))
}

function applied(connection: BetterSqlite3.Database): Map<string, string> {
  const rows = connection.prepare('SELECT name, hash FROM migrations').all() as Migration[]
  return new Map(rows.map(row => [row.name, row.hash]))
}

function apply(connection: BetterSqlite3.Database, migration: Migration): void {
  /*
   * IMMEDIATE, and checked again inside: of two processes that start together, one waits and finds the migration done.
   */
  connection.exec('BEGIN IMMEDIATE')
  try {
    if (!applied(connection).has(migration.name)) {
      for (const statement of migration.statements) connection.exec(statement)
      connection
        .prepare('INSERT INTO migrations (name, hash, applied_at) VALUES (?, ?, ?)')
        .run(migration.name, migration.hash, Date.now())
    }
    connection.exec('COMMIT')
  } catch (cause) {
    if (connection.inTransaction) connection.exec('ROLLBACK')
    if (sqliteCode(cause)?.startsWith('SQLITE_CORRUPT')) throw cause
    throw failedMigration(migration, cause)
  }
}
