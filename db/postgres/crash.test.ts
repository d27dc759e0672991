import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { CrashDrill } from '#db/crash-drill.testing.ts'
import { createDatabase, startMortalPostgres } from '#scripts/postgres/postgres-server.mjs'

const ROUNDS = process.env.E2E_LONG === '1' ? 50 : 5

const drill = new CrashDrill()
const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'press-crash-'))
let server: Awaited<ReturnType<typeof startMortalPostgres>> | null = null
let missing = ''
let url = ''

beforeAll(async () => {
  try {
    server = await startMortalPostgres()
    url = await createDatabase(server.url, 'press_crash')
    await rows('CREATE EXTENSION amcheck')
  } catch (error) {
    missing = error instanceof Error ? error.message : String(error)
  }
}, 120_000)

afterAll(async () => {
  drill.end()
  fs.rmSync(dataDir, { recursive: true, force: true })
  await server?.stop()
})

it(`loses nothing that was acknowledged when it and its server are killed ${ROUNDS} times in turn`, {
  timeout: ROUNDS * 20_000,
}, async context => {
  if (!server) return context.skip(`No server to be killed: ${missing}`)
  const { kill, startAgain } = server
  for (let round = 1; round <= ROUNDS; round++) {
    const isServers = round % 2 === 0
    const end = isServers ? kill : undefined
    await drill.round(dataDir, { DATABASE_URL: url }, 1 + (round % 13), (round * 7) % 29, end)
    if (isServers) await startAgain()
    else await expect.poll(() => rows(BEGUN), { timeout: 5_000 }).toEqual([])
    expect(await drill.faults(rows), `after kill ${round}`).toEqual([])
    expect(await rows(APART), `after kill ${round}`).toEqual([])
    expect((await rows(CHECK_INDEXES)).length, `after kill ${round}`).toBeGreaterThan(50)
  }
  expect(drill.acknowledged).toBeGreaterThan(ROUNDS)
})

/* The server notices that its client has gone, and ends what that had begun. */
const BEGUN =
  'SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()'

/* The documents and the words are in two tables. */
const APART = `
  SELECT place FROM search_documents WHERE place NOT IN (SELECT place FROM search_index_ar UNION ALL SELECT place FROM search_index_en)
  UNION ALL SELECT place FROM (SELECT place FROM search_index_ar UNION ALL SELECT place FROM search_index_en) AS indexed WHERE place NOT IN (SELECT place FROM search_documents)`

/* Fails at the first row that an index does not lead to, and at what is out of order in it. */
const CHECK_INDEXES = `
  SELECT bt_index_check(i.indexrelid, true) FROM pg_index i
  JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am m ON m.oid = c.relam
  WHERE c.relnamespace = 'public'::regnamespace AND m.amname = 'btree'`

/* On a connection of its own: none outlives the server. */
async function rows(statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}
