import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { CrashDrill } from '../crash-drill'
import { type FreshDatabase, freshDatabase } from './test-server'

const ROUNDS = process.env.E2E_LONG === '1' ? 50 : 5

const drill = new CrashDrill()
const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'press-crash-'))
let fresh: FreshDatabase | null = null
let client: pg.Client | null = null

beforeAll(async () => {
  const postgres = inject('postgres')
  if ('missing' in postgres) return
  fresh = await freshDatabase(postgres.url)
  client = new pg.Client({ connectionString: fresh.url })
  await client.connect()
})

afterAll(async () => {
  drill.end()
  fs.rmSync(dataDir, { recursive: true, force: true })
  await client?.end()
  await fresh?.drop()
})

it(`loses nothing that was acknowledged when it is killed ${ROUNDS} times`, {
  timeout: ROUNDS * 8_000,
}, async () => {
  const rows = async (statement: string) => (await client?.query(statement))?.rows ?? []
  for (let round = 1; round <= ROUNDS; round++) {
    await drill.round(dataDir, { DATABASE_URL: fresh?.url ?? '' }, 1 + (round % 13), (round * 7) % 29)
    /* The server notices that its client has gone, and ends what it had begun. */
    const begun = `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`
    await expect.poll(() => rows(begun), { timeout: 5_000 }).toEqual([])
    expect(await drill.faults(rows), `after kill ${round}`).toEqual([])
  }
  expect(drill.acknowledged).toBeGreaterThan(ROUNDS)
})
