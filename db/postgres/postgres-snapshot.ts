import { drizzle } from 'drizzle-orm/node-postgres'
import type pg from 'pg'
import type { Reader } from '#db/database.ts'
import type { AppliedMigrations } from '#db/migrations.ts'
import { tablesOf } from '#db/schema/tables.ts'
import { appliedTo } from './migrate-postgres.ts'

/** A snapshot of a database on a server. */
export type PostgresSnapshot = {
  /** For queries. */
  db: Reader
  /** Rows of a bare statement. */
  rows: (statement: string, values?: unknown[]) => Promise<Record<string, unknown>[]>
  /** The applied migrations; null when there are none, so that it is no newsroom's database. */
  migrations: () => Promise<AppliedMigrations | null>
  /** Runs work that may fail. Without it, the first error would end the whole snapshot. */
  attempt: <Result>(work: () => Promise<Result>) => Promise<Result>
}

/** Runs work in one read-only transaction that sees a single moment. */
export async function inSnapshot<Result>(
  client: pg.Client,
  work: (snapshot: PostgresSnapshot) => Promise<Result>,
): Promise<Result> {
  /* The owner of the database may have set limits for pages; a large newsroom takes longer than any of them. */
  await client.query('SET statement_timeout = 0')
  await client.query('SET idle_in_transaction_session_timeout = 0')
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
  const result = await work({
    db: drizzle(client, { schema: tablesOf.postgres }) as unknown as Reader,
    rows: async (statement, values) => (await client.query(statement, values)).rows,
    migrations: () => appliedTo(client),
    attempt: work => attempt(client, work),
  })
  await client.query('COMMIT')
  return result
}

async function attempt<Result>(client: pg.Client, work: () => Promise<Result>): Promise<Result> {
  await client.query('SAVEPOINT attempt')
  try {
    return await work()
  } finally {
    await client.query('ROLLBACK TO SAVEPOINT attempt')
  }
}
