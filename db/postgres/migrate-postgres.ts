import type pg from 'pg'
import {
  type AppliedMigrations,
  failedMigration,
  knownMigrations,
  type Migration,
  refuseForeignMigrations,
} from '#db/migrations.ts'
import { ExpectedError } from '#errors/expected-error.ts'
import { MIGRATION_LOCK } from './locks.ts'

/**
 * Brings a database to this program's schema. When many processes start at once, one migrates and the others wait.
 * @throws ExpectedError 'database.foreign', 'database.newer' or 'database.migration'
 */
export async function migratePostgres(client: pg.ClientBase): Promise<void> {
  const known = knownMigrations('postgres')
  await client.query('SELECT pg_advisory_lock($1, $2)', [...MIGRATION_LOCK])
  try {
    await refuseForeignTables(client)
    await client.query(
      'CREATE TABLE IF NOT EXISTS migrations (name text PRIMARY KEY, hash text NOT NULL, applied_at timestamptz NOT NULL)',
    )
    const applied = await appliedMigrations(client)
    refuseForeignMigrations(applied, known)
    for (const migration of known) if (!applied.has(migration.name)) await apply(client, migration)
  } finally {
    await client.query('SELECT pg_advisory_unlock($1, $2)', [...MIGRATION_LOCK])
  }
}

/** The migrations that were applied to the database; null when it was never migrated. */
export async function appliedTo(client: Pick<pg.ClientBase, 'query'>): Promise<AppliedMigrations | null> {
  const { rows } = await client.query<{ name: string | null }>("SELECT to_regclass('migrations') AS name")
  return rows[0]?.name ? appliedMigrations(client) : null
}

/** Whether the database lacks a migration that this program knows. */
export async function hasPendingMigrations(client: Pick<pg.ClientBase, 'query'>): Promise<boolean> {
  const applied = await appliedMigrations(client)
  return knownMigrations('postgres').some(({ name }) => !applied.has(name))
}

async function appliedMigrations(client: Pick<pg.ClientBase, 'query'>): Promise<AppliedMigrations> {
  const { rows } = await client.query<{ name: string; hash: string }>('SELECT name, hash FROM migrations')
  return new Map(rows.map(row => [row.name, row.hash]))
}

/* Our tables must not mix with another program's. Tables of an extension are ignored. */
async function refuseForeignTables(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ table_name: string; is_ours: boolean }>(`
    SELECT relname AS table_name, EXISTS (
      SELECT 1 FROM information_schema.columns
      WHERE table_schema = current_schema() AND table_name = 'migrations' AND column_name = 'applied_at'
    ) AS is_ours
    FROM pg_class
    WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p')
      AND NOT EXISTS (SELECT 1 FROM pg_depend WHERE objid = pg_class.oid AND deptype = 'e')
    LIMIT 1`)
  if (rows.length === 0 || rows[0]?.is_ours) return
  throw new ExpectedError('database.foreign.server')
}

async function apply(client: pg.ClientBase, migration: Migration): Promise<void> {
  try {
    await client.query('BEGIN')
    for (const statement of migration.statements) await client.query(statement)
    await client.query('INSERT INTO migrations (name, hash, applied_at) VALUES ($1, $2, now())', [
      migration.name,
      migration.hash,
    ])
    await client.query('COMMIT')
  } catch (cause) {
    await client.query('ROLLBACK')
    throw failedMigration(migration, cause)
  }
}
