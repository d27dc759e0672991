import { asc, eq } from 'drizzle-orm'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, inject, it, vi } from 'vitest'
import { hasDatabase, requireDatabase } from '#db/data-folder.ts'
import type { Database, Reader } from '#db/database.ts'
import { nameChange } from '#db/queries/changes.ts'
import { facts } from '#db/schema/tables.ts'
import type { Tx } from '#db/write.ts'
import { errorWords } from '#i18n/error-words.ts'
import { openPostgres, type PostgresOptions } from './open-postgres.ts'
import { type FreshDatabase, freshDatabase } from './server.testing.ts'

let fresh: FreshDatabase
/** Another program's connection, which knows nothing of ours. */
let bare: pg.Client
let opened: Database[] = []

beforeEach(async () => {
  const postgres = inject('postgres')
  if ('missing' in postgres) return
  fresh = await freshDatabase(postgres.url)
  bare = new pg.Client({ connectionString: fresh.url })
  await bare.connect()
})

afterEach(async () => {
  for (const database of opened) await database.close()
  opened = []
  await bare?.end()
  await fresh?.drop()
})

/** As a process of its own would open it. */
function open(options: Partial<PostgresOptions> = {}): Database {
  const database = openPostgres({
    url: fresh.url,
    dataDir: '/nowhere',
    connections: 3,
    statementMs: 10_000,
    ...options,
  })
  opened.push(database)
  return database
}

const changeFromElsewhere = () =>
  bare.query(`INSERT INTO content_changes (at, tags) VALUES (now(), '["front:ar"]')`)

describe('two processes that write', () => {
  const incremented = async (db: Reader) => {
    const [row] = await db.select().from(facts).where(eq(facts.key, 'n'))
    await db
      .update(facts)
      .set({ value: String(Number(row?.value) + 1) })
      .where(eq(facts.key, 'n'))
    await nameChange(db as Tx, new Date(), ['front:ar'])
  }

  it('lose nothing of each other, and name changes in an order in which nobody misses one', async () => {
    const [one, other, reader] = [open(), open(), open()]
    await one.transact(async db => {
      await db.insert(facts).values({ key: 'n', value: '0' })
    })
    let isWriting = true
    const late: number[] = []
    const watched = (async () => {
      let newest = 0
      const seen = new Set<number>()
      while (isWriting) {
        const rows = await reader.rows('SELECT version FROM content_changes ORDER BY version')
        const unseen = rows.map(row => Number(row.version)).filter(version => !seen.has(version))
        late.push(...unseen.filter(version => version < newest))
        for (const version of unseen) seen.add(version)
        newest = Math.max(newest, ...unseen)
      }
    })()
    const fifty = (database: Database) => Array.from({ length: 50 }, () => database.transact(incremented))
    await Promise.all([...fifty(one), ...fifty(other)])
    isWriting = false
    await watched
    expect(await reader.reader.select().from(facts)).toEqual([{ key: 'n', value: '100' }])
    expect(await reader.rows('SELECT count(*)::int AS changes FROM content_changes')).toEqual([
      { changes: 100 },
    ])
    expect(late).toEqual([])
  })

  it('wait for one another, and say so when it takes too long', async () => {
    const [one, other] = [open(), open({ lockWaitMs: 50 })]
    await one.transact(async () => {
      await expect(other.transact(incremented)).rejects.toMatchObject({ code: 'database.busy.lock' })
    })
    await expect(other.transact(incremented)).resolves.toBeUndefined()
  })

  it('keep nothing of a write whose connection was lost, and go on with another', async () => {
    const database = open()
    const put = (key: string) => (db: Reader) =>
      db
        .insert(facts)
        .values({ key, value: '' })
        .then(() => undefined)
    const lost = database.transact(async db => {
      await put('lost')(db)
      await bare.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND state = 'idle in transaction'`)
      await put('never')(db)
    })
    await expect(lost).rejects.toThrow()
    await database.transact(put('kept'))
    const kept = await database.reader.select({ key: facts.key }).from(facts).orderBy(asc(facts.key))
    expect(kept).toEqual([{ key: 'kept' }])
  })
})

describe('the content version', () => {
  it('is known from the beginning, and moves within a second when another program names a change', async () => {
    await changeFromElsewhere()
    const database = open()
    await database.ready
    expect(database.contentVersion()).toBe(1)
    await changeFromElsewhere()
    await vi.waitUntil(() => database.contentVersion() === 2, { timeout: 5_000, interval: 10 })
    await changeFromElsewhere()
    await vi.waitUntil(() => database.contentVersion() === 3, { timeout: 1_000, interval: 10 })
  })

  it('is known to whoever wrote, without waiting', async () => {
    const database = open()
    await database.transact(db => nameChange(db as Tx, new Date(), ['front:ar']))
    expect(database.contentVersion()).toBe(1)
  })

  it('goes back when an older state was put in the place of the database, and counts on from there', async () => {
    for (let change = 1; change <= 3; change++) await changeFromElsewhere()
    const database = open()
    await database.ready
    expect(database.contentVersion()).toBe(3)
    await bare.query('DELETE FROM content_changes WHERE version > 1')
    await vi.waitUntil(() => database.contentVersion() === 1, { timeout: 5_000, interval: 10 })
    await bare.query("SELECT setval('content_changes_version_seq', 1)")
    await changeFromElsewhere()
    await vi.waitUntil(() => database.contentVersion() === 2, { timeout: 5_000, interval: 10 })
  })

  it('still moves after the server has cut every connection', async () => {
    const database = open()
    await database.ready
    database.contentVersion()
    const OURS = `FROM pg_stat_activity
      WHERE datname = current_database() AND application_name = 'arab-press'`
    const ours = async () =>
      (await bare.query<{ pid: number }>(`SELECT pid ${OURS}`)).rows.map(row => row.pid)
    await database.reader.select().from(facts)
    await changeFromElsewhere()
    await vi.waitUntil(() => database.contentVersion() === 1, { timeout: 5_000, interval: 10 })
    const cut = await ours()
    expect(cut.length).toBeGreaterThan(1)
    await bare.query(`SELECT pg_terminate_backend(pid) ${OURS}`)
    await vi.waitUntil(async () => !(await ours()).some(pid => cut.includes(pid)), { timeout: 5_000 })
    await changeFromElsewhere()
    await vi.waitUntil(() => database.contentVersion() === 2, { timeout: 5_000, interval: 10 })
    expect(await database.reader.select().from(facts)).toEqual([])
  })
})

describe('a database that cannot be used', () => {
  const SECRET = 'a-secret-word'

  it.each([
    [
      'refuses the user',
      'database.refused.login',
      { username: 'nobody-here' },
      /refuses this user or password/,
    ],
    [
      'does not exist',
      'database.missing.onServer',
      { pathname: '/no-such-database' },
      /Create it, or correct DATABASE_URL/,
    ],
    ['is not listening', 'database.unavailable', { port: '1' }, /Start that server, or correct DATABASE_URL/],
  ])('says what to do when it %s', async (what, code, change, advice) => {
    const address = new URL(fresh.url)
    Object.assign(address, change, what === 'does not exist' ? {} : { password: SECRET })
    const database = open({ url: address.href })
    const error = await database.ready.catch(caught => caught)
    expect(error).toMatchObject({ code })
    expect(errorWords(error, 'en')).toMatch(advice)
    expect(`${error.message} ${errorWords(error, 'en')}`).not.toContain(SECRET)
    await expect(database.transact(async () => undefined)).rejects.toBe(error)
    await expect(database.reader.select().from(facts)).rejects.toMatchObject({ cause: error })
  })

  it('says what troubles it while it runs', async () => {
    const database = open({ connections: 1 })
    await database.ready
    expect(await database.findFault()).toBeNull()
    await database.rows('SET default_transaction_read_only = on')
    expect(await database.findFault()).toBe('read-only')
    await database.rows('SET default_transaction_read_only = off')
    await bare.query('DELETE FROM migrations')
    expect(await database.findFault()).toBe('migrations')
    await bare.query('DROP TABLE migrations')
    expect(await database.findFault()).toBe('unavailable')
  })
})

describe('a data folder', () => {
  it('needs no file for there to be a newsroom', () => {
    expect(hasDatabase('/nowhere')).toBe(true)
    expect(() => requireDatabase('/nowhere')).not.toThrow()
  })
})

describe('instants', () => {
  it('are read the same whatever zone the server lives in', async () => {
    const { rows } = await bare.query<{ name: string }>('SELECT current_database() AS name')
    await bare.query(`ALTER DATABASE ${rows[0]?.name} SET timezone = 'Asia/Riyadh'`)
    const database = open()
    await database.transact(db => nameChange(db as Tx, new Date('1932-09-23T08:00:00.125Z'), ['front:ar']))
    const [change] = await database.rows('SELECT at, at::text AS said FROM content_changes')
    expect(change).toEqual({
      at: new Date('1932-09-23T08:00:00.125Z'),
      said: '1932-09-23 08:00:00.125+00',
    })
  })
})
