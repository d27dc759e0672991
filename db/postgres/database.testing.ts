/*
 * For tests: gives each data folder an empty PostgreSQL database, where SQLite would make an empty file in the folder.
 */
import { afterAll, beforeEach, inject, vi } from 'vitest'
import { type FreshDatabase, freshDatabase } from './server.testing.ts'

const postgres = inject('postgres')

/* This address stands for the database of the folder; no other address is replaced. */
const ITS_FOLDERS_OWN = 'postgres://nobody@127.0.0.1:1/the-one-of-the-folder'
process.env.DATABASE_URL = ITS_FOLDERS_OWN

/* Opening is synchronous and cannot wait for a database to be made, so enough for the folders of one test are ready. */
const FOLDERS_OF_A_TEST = 2
const unused: FreshDatabase[] = []
const ofFolder = new Map<string, FreshDatabase>()
let isNeeded = false

async function makeDatabases(): Promise<void> {
  if ('missing' in postgres) return
  while (unused.length < FOLDERS_OF_A_TEST) unused.push(await freshDatabase(postgres.url))
}

function addressFor(dataDir: string): string {
  const fresh = ofFolder.get(dataDir) ?? unused.pop()
  if (!fresh) throw new Error(`A test opens ${FOLDERS_OF_A_TEST} new data folders at most`)
  ofFolder.set(dataDir, fresh)
  return fresh.url
}

vi.mock('./open-postgres.ts', async importOriginal => {
  const original = await importOriginal<typeof import('./open-postgres.ts')>()
  isNeeded = true
  await makeDatabases()
  const openPostgres: typeof original.openPostgres = options =>
    original.openPostgres(
      options.url === ITS_FOLDERS_OWN ? { ...options, url: addressFor(options.dataDir) } : options,
    )
  return { ...original, openPostgres }
})

beforeEach(async context => {
  if ('missing' in postgres) return context.skip(postgres.missing)
  if (isNeeded) await makeDatabases()
})

/* A file with many tests leaves many databases, and a busy machine drops them slowly. */
afterAll(async () => {
  for (const { drop } of [...unused, ...ofFolder.values()]) await drop()
}, 60_000)
