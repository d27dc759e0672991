import { afterEach, beforeEach, expect, inject, it } from 'vitest'
import { openPostgres, type PostgresDatabase } from './open-postgres.ts'
import { type FreshDatabase, freshDatabase } from './server.testing.ts'
import { serverIdentity } from './server-identity.ts'

let made: FreshDatabase[]
let open: PostgresDatabase[]

beforeEach(() => {
  made = []
  open = []
})

afterEach(async () => {
  for (const database of open) await database.close()
  for (const { drop } of made) await drop()
})

async function aDatabase(): Promise<PostgresDatabase> {
  const postgres = inject('postgres')
  if ('missing' in postgres) throw new Error(postgres.missing)
  const fresh = await freshDatabase(postgres.url)
  made.push(fresh)
  const database = openPostgres({ url: fresh.url, dataDir: '/', connections: 1, statementMs: 20_000 })
  open.push(database)
  return database
}

it('is the same each time, and another for each database', async () => {
  const [one, other] = [await aDatabase(), await aDatabase()]
  const identity = await serverIdentity(one.reader)
  expect(identity).toMatch(/^\d+-\d+-\d+$/)
  expect(await serverIdentity(one.reader)).toBe(identity)
  expect(await serverIdentity(other.reader)).not.toBe(identity)
})

it('changes when a dump is loaded over the tables', async () => {
  const { reader, rows } = await aDatabase()
  const before = await serverIdentity(reader)
  await rows('CREATE TABLE again (LIKE editions INCLUDING ALL)')
  await rows('DROP TABLE editions CASCADE')
  await rows('ALTER TABLE again RENAME TO editions')
  expect(await serverIdentity(reader)).not.toBe(before)
})

it('does without the number of the server where the role may not read it', async () => {
  const { reader, rows } = await aDatabase()
  const role = `press_role_${process.pid}_${Date.now()}`
  await rows(`CREATE ROLE ${role}`)
  await rows('REVOKE EXECUTE ON FUNCTION pg_control_system() FROM PUBLIC')
  try {
    await rows(`SET ROLE ${role}`)
    expect(await serverIdentity(reader)).toMatch(/^server-\d+-\d+$/)
  } finally {
    await rows('RESET ROLE')
    await rows(`DROP ROLE ${role}`)
  }
})
