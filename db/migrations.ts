import crypto from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { ExpectedError } from '#errors/expected-error.ts'
import type { Engine } from './engine.ts'

/** A generated SQL file, applied whole or not at all. */
export type Migration = { name: string; statements: string[]; hash: string }

/** The migrations that were applied to a database: by name, the hash of the file as it was then. */
export type AppliedMigrations = ReadonlyMap<string, string>

/** The migrations of an engine that this program knows, in order. */
export function knownMigrations(engine: Engine, folder = migrationsFolder(engine)): Migration[] {
  return fs
    .readdirSync(folder)
    .filter(name => name.endsWith('.sql'))
    .sort()
    .map(name => {
      const sql = fs.readFileSync(path.join(folder, name), 'utf8')
      return {
        name: name.replace(/\.sql$/, ''),
        statements: sql.split('--> statement-breakpoint').filter(statement => statement.trim() !== ''),
        hash: crypto.createHash('sha256').update(sql).digest('hex').slice(0, 16),
      }
    })
}

/**
 * Refuses a database that another version of this program made.
 * @throws ExpectedError 'database.newer'
 */
export function refuseForeignMigrations(applied: AppliedMigrations, known: Migration[]): void {
  const hashes = new Map(known.map(migration => [migration.name, migration.hash]))
  for (const [name, hash] of applied) {
    if (hashes.get(name) === hash) continue
    const code = hashes.has(name) ? 'database.newer.changed' : 'database.newer.unknown'
    throw new ExpectedError(code, { migration: name })
  }
}

/** The error for a failed migration. */
export function failedMigration({ name }: Migration, cause: unknown): ExpectedError {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new ExpectedError('database.migration', { migration: name, reason }, { cause })
}

/* This module runs from its source and from bundles in dist/, so it searches the folder upwards. */
function migrationsFolder(engine: Engine): string {
  let folder = path.dirname(fileURLToPath(import.meta.url))
  for (;;) {
    const found = path.join(folder, 'db', 'migrations', engine)
    if (fs.existsSync(found)) return found
    const parent = path.dirname(folder)
    if (parent === folder) return path.resolve(/*turbopackIgnore: true*/ 'db/migrations', engine)
    folder = parent
  }
}
