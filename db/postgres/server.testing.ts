/* For tests: one PostgreSQL server for the whole run, with a template that every test's database is copied from. */
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { createDatabase, dropDatabase, startPostgres } from '#scripts/postgres/postgres-server.mjs'
import { migratePostgres } from './migrate-postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The server's address, or the reason why there is none. */
    postgres: { url: string } | { missing: string }
  }
}

const TEMPLATE = 'press_template'

export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  try {
    const { url, stop } = await startPostgres()
    await makeTemplate(url)
    project.provide('postgres', { url })
    return stop
  } catch (error) {
    const missing = error instanceof Error ? error.message : String(error)
    console.warn(`No PostgreSQL server for the tests of that engine, which are skipped: ${missing}`)
    project.provide('postgres', { missing })
    return undefined
  }
}

async function makeTemplate(url: string): Promise<void> {
  await dropDatabase(url, TEMPLATE)
  const client = new pg.Client({ connectionString: await createDatabase(url, TEMPLATE) })
  await client.connect()
  await migratePostgres(client)
  await client.end()
}

/** A database for one test. */
export type FreshDatabase = { url: string; drop: () => Promise<void> }

/** Makes a new, empty database, migrated unless told otherwise. */
export async function freshDatabase(url: string, { isMigrated = true } = {}): Promise<FreshDatabase> {
  const name = `press_test_${process.pid}_${Math.random().toString(36).slice(2)}`
  return {
    url: await createDatabase(url, name, isMigrated ? TEMPLATE : 'template0'),
    drop: () => dropDatabase(url, name),
  }
}
