import crypto from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type BetterSqlite3 from 'better-sqlite3'
import { DatabaseError, sqliteCode } from './errors'

type Migration = { name: string; sql: string; hash: string }

/**
 * Brings a database to this program's schema. Each migration is a generated SQL file, applied whole or not at all.
 * @throws DatabaseError 'newer' when the database knows migrations that this program does not, 'migration' when one fails
 */
export function migrate(connection: BetterSqlite3.Database, folder = migrationsFolder()): void {
  const known = readMigrations(folder)
  connection.exec(
    'CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY, hash TEXT NOT NULL, applied_at INTEGER NOT NULL)',
  )
  const applied = () =>
    new Map(
      (connection.prepare('SELECT name, hash FROM migrations').all() as Migration[]).map(row => [
        row.name,
        row.hash,
      ]),
    )
  refuseForeign(applied(), known)
  for (const migration of known) {
    if (applied().has(migration.name)) continue
    apply(connection, migration)
  }
}

/** Whether the database lacks a migration that this program knows. */
export function hasPendingMigrations(
  connection: BetterSqlite3.Database,
  folder = migrationsFolder(),
): boolean {
  const applied = connection.prepare('SELECT name FROM migrations').pluck().all()
  return readMigrations(folder).some(({ name }) => !applied.includes(name))
}

function refuseForeign(applied: Map<string, string>, known: Migration[]): void {
  const hashes = new Map(known.map(migration => [migration.name, migration.hash]))
  for (const [name, hash] of applied) {
    if (hashes.get(name) === hash) continue
    throw new DatabaseError(
      'newer',
      hashes.has(name)
        ? `The database was made with another version of migration ${name}. Install the version of the program that made it.`
        : `The database is newer than this program (it has ${name}). Install the newer version, or put back an older backup.`,
    )
  }
}

function apply(connection: BetterSqlite3.Database, migration: Migration): void {
  /* IMMEDIATE, and asked again inside: of two processes that start together, one waits and finds it done. */
  connection.exec('BEGIN IMMEDIATE')
  try {
    if (!connection.prepare('SELECT 1 FROM migrations WHERE name = ?').get(migration.name)) {
      for (const statement of migration.sql.split('--> statement-breakpoint')) {
        if (statement.trim()) connection.exec(statement)
      }
      connection
        .prepare('INSERT INTO migrations (name, hash, applied_at) VALUES (?, ?, ?)')
        .run(migration.name, migration.hash, Date.now())
    }
    connection.exec('COMMIT')
  } catch (cause) {
    if (connection.inTransaction) connection.exec('ROLLBACK')
    if (sqliteCode(cause)?.startsWith('SQLITE_CORRUPT')) throw cause
    throw new DatabaseError(
      'migration',
      `Migration ${migration.name} failed and nothing of it was kept: ${cause instanceof Error ? cause.message : cause}`,
      { cause },
    )
  }
}

function readMigrations(folder: string): Migration[] {
  return fs
    .readdirSync(folder)
    .filter(name => name.endsWith('.sql'))
    .sort()
    .map(name => {
      const sql = fs.readFileSync(path.join(folder, name), 'utf8')
      return {
        name: name.replace(/\.sql$/, ''),
        sql,
        hash: crypto.createHash('sha256').update(sql).digest('hex').slice(0, 16),
      }
    })
}

/* The same module runs from its source and from bundles in dist/: the folder is looked for upwards from there. */
function migrationsFolder(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url))
  for (;;) {
    const found = path.join(folder, 'db', 'migrations', 'sqlite')
    if (fs.existsSync(found)) return found
    const parent = path.dirname(folder)
    if (parent === folder) return path.resolve(/*turbopackIgnore: true*/ 'db/migrations/sqlite')
    folder = parent
  }
}
