import { drizzle } from 'drizzle-orm/node-postgres'
import type pg from 'pg'
import type { Reader } from '#db/database.ts'
import type { AppliedMigrations } from '#db/migrations.ts'
import { tablesOf } from '#db/schema/tables.ts'
import { appliedTo } from './migrate-postgres.ts'

/** A server's database as it was at one moment. */
export type PostgresSnapshot = {
  /** For queries. */
  db: Reader
  /** The rows of a bare statement. */
  rows: (statement: string, values?: unknown[]) => Promise<Record<string, unknown>[]>
  /** What has been applied to it; null when nothing ever was: it is no newsroom's. */
  migrations: () => Promise<AppliedMigrations | null>
  /** Runs work that may fail and leave the rest as it is; otherwise the first error ends the whole. */
  attempt: <Result>(work: () => Promise<Result>) => Promise<Result>
}

/** Runs work in one transaction that sees nothing newer and writes nothing. */
export async function inSnapshot<Result>(
  client: pg.Client,
  work: (snapshot: PostgresSnapshot) => Promise<Result>,
): Promise<Result> {
  /* Whoever made the database may have set limits for pages; a large newsroom takes longer than any of them. */
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
