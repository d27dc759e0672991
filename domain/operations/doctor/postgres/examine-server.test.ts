import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Database } from '#db/database.ts'
import { openDatabase } from '#db/open.ts'
import { examineNewsroom } from '#domain/operations/doctor/examine-newsroom.ts'
import { exampleFolder, writeFiles } from '#domain/transfer/seeding/example-folder.testing.ts'
import { seedFolder } from '#domain/transfer/seeding/seed-folder.ts'
import { forgetSettings } from '#settings/settings.testing.ts'

/* A newsroom is made for each of them, and some are taken apart and put together. */
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const HOUR_MS = 60 * 60 * 1000

let root: string
let dataDir: string
let database: Database

beforeEach(async () => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'press-examine-'))
  dataDir = path.join(root, 'data')
  writeFiles(path.join(root, 'folder'), exampleFolder)
  database = openDatabase(dataDir)
  await seedFolder({ dir: path.join(root, 'folder'), dataDir })
})

afterEach(async () => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  forgetSettings()
  await database.close()
  fs.rmSync(root, { recursive: true, force: true })
})

/* A test server does not wait for its disk, and its renditions are still to be made. */
const OF_EVERY_TEST = ['server', 'renditions']
const findings = async () =>
  (await examineNewsroom({ dataDir })).filter(({ check }) => !OF_EVERY_TEST.includes(check))
/* Writes as another program would, without the constraints. */
const breakIn = (sql: string) => database.rows(`SET session_replication_role = replica; ${sql}; RESET ALL`)
const at = (ms: number) => `'${new Date(Date.now() + ms).toISOString()}'`
const redirect = (from: string, target: string, refId: string) =>
  database.rows(`INSERT INTO redirects VALUES ('${from}', 'en', '${target}', ${refId}, now())`)

describe('the doctor at a server', () => {
  it('finds nothing wrong with a sound newsroom but what the server of tests is', async () => {
    const all = await examineNewsroom({ dataDir })
    expect(all.map(({ check, level }) => [check, level])).toEqual([
      ['server', 'problem'],
      ['renditions', 'note'],
    ])
    expect(all[0]?.examples).toEqual(['fsync is off', 'full_page_writes is off', 'synchronous_commit is off'])
  })

  it.each<[string, () => Promise<unknown>, RegExp]>([
    ['references', () => breakIn('DELETE FROM topics'), /name other rows that are not there/],
    [
      'tables',
      () => database.rows('ALTER TABLE content_changes DISABLE TRIGGER announce_content_change'),
      /not in force.*announced/,
    ],
    [
      'tables',
      () => database.rows("ALTER TABLE facts ADD CONSTRAINT short CHECK (key <> 'x') NOT VALID"),
      /not in force/,
    ],
    [
      'tables',
      () =>
        database.rows(
          "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'articles_newest'::regclass",
        ),
      /Indexes are not valid/,
    ],
    [
      'clock',
      () => database.rows(`UPDATE audit_log SET at = ${at(HOUR_MS)}`),
      /times that are still to come/,
    ],
    [
      'schedules',
      () =>
        database.rows(
          `INSERT INTO schedules (article_id, revision, state, due_at, actor, created_at)
           SELECT min(id), 1, 'waiting', ${at(-HOUR_MS)}, 'desk', now() FROM articles`,
        ),
      /should have been published by now/,
    ],
    [
      'texts',
      () => database.rows(`UPDATE articles SET body = '{"type":"doc","content":[{"type":"x"}]}'`),
      /Texts that do not fit/,
    ],
    ['redirects', () => redirect('/old', 'topic', '999'), /lead to something that is not there/],
    [
      'media files',
      async () => fs.rmSync(path.join(dataDir, 'media/originals'), { recursive: true }),
      /file is missing/,
    ],
    [
      'migrations',
      () => database.rows("UPDATE migrations SET hash = 'x' WHERE name = '0000_foundation'"),
      /made by another version/,
    ],
    [
      'connections',
      () =>
        database.rows(
          'DO $$ BEGIN EXECUTE format($f$ALTER DATABASE %I CONNECTION LIMIT 2$f$, current_database()); END $$',
        ),
      /Of 2 connections/,
    ],
  ])('finds what is wrong with %s', async (check, harm, what) => {
    await harm()
    const found = await findings()
    expect(found.map(each => each.check)).toContain(check)
    expect(found.find(each => each.check === check)?.what).toMatch(what)
  })

  it('changes nothing, not even an old database', async () => {
    await database.rows("DELETE FROM migrations WHERE name > '0001'")
    expect(await findings()).toMatchObject([
      { check: 'migrations', what: expect.stringMatching(/older than/) },
    ])
    expect(await database.rows('SELECT name FROM migrations')).toHaveLength(1)
  })

  it('says that there is no newsroom, and no folder', async () => {
    await database.rows('DROP SCHEMA public CASCADE')
    await database.rows('CREATE SCHEMA public')
    expect(await examineNewsroom({ dataDir })).toMatchObject([
      { check: 'server', what: expect.stringMatching(/no newsroom in .*no tables/) },
    ])
    fs.rmSync(dataDir, { recursive: true })
    expect(await findings()).toMatchObject([
      { check: 'permissions', what: expect.stringMatching(/no data folder/) },
    ])
  })

  it('says that the server does not answer, and what it saw of the folder', async () => {
    vi.stubEnv('DATABASE_URL', 'postgres://press:a-secret-word@127.0.0.1:1/press')
    forgetSettings()
    const found = await examineNewsroom({ dataDir })
    expect(found).toEqual([
      {
        check: 'server',
        level: 'problem',
        what: expect.stringMatching(/^The database press on 127\.0\.0\.1:1 cannot be used/),
        todo: 'Start that server, or correct DATABASE_URL.',
      },
    ])
    expect(JSON.stringify(found)).not.toContain('a-secret-word')
  })

  it('sees who holds up all that write', async () => {
    let release = () => {}
    const held = database.transact(
      () =>
        new Promise<void>(resolve => {
          release = resolve
        }),
    )
    await vi.waitUntil(
      async () =>
        (await findings()).some(({ check, what }) => check === 'transactions' && /holds the lock/.test(what)),
      { timeout: 15_000, interval: 500 },
    )
    release()
    await held
    expect((await findings()).map(({ check }) => check)).toEqual([])
  })

  it('holds the clock of the server beside that of this machine', async () => {
    const now = Date.now()
    vi.spyOn(Date, 'now').mockReturnValue(now + HOUR_MS)
    const found = await findings()
    expect(found.find(({ check }) => check === 'clock')?.what).toMatch(/server is 3[56]\d\d seconds behind/)
  })

  it('goes on when something cannot be looked at', async () => {
    await database.rows('DROP TABLE schedules')
    await redirect('/old', 'topic', '999')
    const found = await findings()
    expect(found.map(({ check }) => check)).toEqual(['schedules', 'redirects'])
    expect(found[0]?.what).toMatch(/could not be looked at: .*schedules/)
  })
})
