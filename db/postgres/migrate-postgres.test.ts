import pg from 'pg'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { knownMigrations } from '#db/migrations.ts'
import { ExpectedError } from '#errors/expected-error.ts'
import { inWords } from '#i18n/in-words.testing.ts'
import { hasPendingMigrations, migratePostgres } from './migrate-postgres.ts'
import { type FreshDatabase, freshDatabase } from './server.testing.ts'

let fresh: FreshDatabase
let clients: pg.Client[] = []

async function connect(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: fresh.url })
  await client.connect()
  clients.push(client)
  return client
}

const namesIn = async (client: pg.Client, statement: string) =>
  (await client.query<{ name: string }>(statement)).rows.map(row => row.name)
/* Others of the same server are tested meanwhile. */
const OWN_LOCKS = `SELECT locktype AS name FROM pg_locks WHERE locktype = 'advisory'
  AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`
const TABLES =
  "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1"

beforeEach(async () => {
  const postgres = inject('postgres')
  if ('url' in postgres) fresh = await freshDatabase(postgres.url, { isMigrated: false })
})

afterEach(async () => {
  for (const client of clients) await client.end()
  clients = []
  await fresh?.drop()
})

describe('migratePostgres', () => {
  it('applies each migration once, although ten processes start at the same time', async () => {
    const ten = await Promise.all(Array.from({ length: 10 }, connect))
    await Promise.all(ten.map(migratePostgres))
    const [client] = ten
    if (!client) throw new Error('Nobody is connected')
    const applied = await namesIn(client, 'SELECT name FROM migrations ORDER BY name')
    expect(applied).toEqual(knownMigrations('postgres').map(({ name }) => name))
    expect(await namesIn(client, TABLES)).toContain('content_changes')
    expect(await hasPendingMigrations(client)).toBe(false)
    expect(await namesIn(client, OWN_LOCKS)).toEqual([])
  })

  it('leaves a database of another program as it is', async () => {
    const client = await connect()
    await client.query('CREATE TABLE posts (x integer)')
    await expect(inWords(() => migratePostgres(client))).rejects.toThrow(
      /tables of another program.*Name an empty database/,
    )
    expect(await namesIn(client, TABLES)).toEqual(['posts'])
  })

  it('refuses a database that is newer than the program, or was made by another version of it', async () => {
    const client = await connect()
    await migratePostgres(client)
    await client.query("INSERT INTO migrations VALUES ('9999_future', 'abc', now())")
    await expect(migratePostgres(client)).rejects.toThrow(ExpectedError)
    await expect(inWords(() => migratePostgres(client))).rejects.toThrow(/newer than this program/)
    await client.query("DELETE FROM migrations WHERE name = '9999_future'")
    await client.query("UPDATE migrations SET hash = 'another'")
    await expect(inWords(() => migratePostgres(client))).rejects.toThrow(/another version of migration/)
  })

  it('keeps nothing of a migration that fails, and names it', async () => {
    const client = await connect()
    await migratePostgres(client)
    /* Made a second time, its table is there already. */
    const making = knownMigrations('postgres').find(({ name }) => name === '0003_rate_limits')
    await client.query('DELETE FROM migrations WHERE name = $1', [making?.name])
    expect(await hasPendingMigrations(client)).toBe(true)
    await expect(inWords(() => migratePostgres(client))).rejects.toThrow(
      `Migration ${making?.name} failed and nothing of it was kept`,
    )
    expect(await hasPendingMigrations(client)).toBe(true)
  })
})
