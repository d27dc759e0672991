import crypto from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Database } from '#db/database.ts'
import { knownMigrations } from '#db/migrations.ts'
import { openDatabase, openServer } from '#db/open.ts'
import { tableOrder } from '#db/schema/table-order.ts'
import { openStoredDatabase } from '#db/sqlite/sqlite-snapshot.ts'
import {
  archiveOf,
  backupOf,
  entriesOf,
  reading,
  withManifest,
} from '#domain/operations/backup/archive.testing.ts'
import { restoreBackup } from '#domain/operations/backup/restore-backup.ts'
import { fullTables } from '#domain/operations/moving/full-tables.ts'
import { tableHash } from '#domain/operations/moving/table-hash.ts'
import { refusalOf } from '#domain/operations/refusal.testing.ts'
import { exampleFolder, writeFiles } from '#domain/transfer/seeding/example-folder.testing.ts'
import { seedFolder } from '#domain/transfer/seeding/seed-folder.ts'

/* A newsroom is made for each of them, and some are taken apart and put together. */
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let root: string
let dataDir: string
let source: Database

const inRoot = (name: string) => path.join(root, name)
const restored = (archive: Buffer, options: Partial<Parameters<typeof restoreBackup>[0]> = {}) =>
  restoreBackup({ input: reading(archive), dataDir: inRoot('there'), ...options })

beforeEach(async () => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'press-server-backup-'))
  dataDir = inRoot('data')
  writeFiles(inRoot('folder'), exampleFolder)
  source = openDatabase(dataDir)
  await seedFolder({ dir: inRoot('folder'), dataDir })
})

afterEach(async () => {
  await source.close()
  fs.rmSync(root, { recursive: true, force: true })
})

async function withThere<Result>(work: (there: Database) => Promise<Result>): Promise<Result> {
  const there = openServer(inRoot('there'))
  try {
    await there.ready
    return await work(there)
  } finally {
    await there.close()
  }
}

async function contentOf(database: Database): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {}
  for (const name of tableOrder) hashes[name] = await tableHash(database, name)
  return hashes
}

const isEmpty = () => withThere(async there => (await fullTables(there)).length === 0)

function filesOf(dir: string): Record<string, string> {
  const names = fs.existsSync(dir) ? fs.readdirSync(dir, { recursive: true, encoding: 'utf8' }).sort() : []
  const files = names.filter(name => fs.statSync(path.join(dir, name)).isFile())
  const hash = (name: string) =>
    crypto
      .createHash('sha256')
      .update(fs.readFileSync(path.join(dir, name)))
      .digest('hex')
  return Object.fromEntries(files.map(name => [name, hash(name)]))
}

/** The entries of an archive whose database was changed, with a manifest that matches. */
async function changedDatabase(archive: Buffer, sql: string) {
  const entries = await entriesOf(archive)
  const file = inRoot('changed.db')
  fs.writeFileSync(file, entries.find(({ name }) => name.endsWith('/press.db'))?.content ?? '')
  const database = new BetterSqlite3(file)
  database.pragma('foreign_keys = OFF')
  database.exec(sql)
  database.close()
  const content = fs.readFileSync(file)
  const facts = { bytes: content.length, sha256: crypto.createHash('sha256').update(content).digest('hex') }
  const changed = entries.map(entry => (entry.name.endsWith('/press.db') ? { ...entry, content } : entry))
  return withManifest(changed, manifest => ({ ...manifest, files: { ...manifest.files, 'press.db': facts } }))
}

function rowsOf(file: string): Record<string, number> {
  const stored = openStoredDatabase(file)
  try {
    return stored.rowCounts()
  } finally {
    stored.close()
  }
}

describe('a backup of a server', () => {
  it('goes into an empty database and an empty folder, and loses nothing', async () => {
    await source.rows("SELECT setval('stories_id_seq', 4711), setval('content_changes_version_seq', 815)")
    const { archive, report } = await backupOf(dataDir)
    expect(report).toMatchObject({ rows: { stories: 2, articles: 3 }, missing: [], brokenReferences: [] })
    const told = await restored(archive)
    expect(told).toMatchObject({ dataDir: inRoot('there'), rows: { articles: 3 } })
    expect(told.database).toMatch(/ on /)
    expect(filesOf(inRoot('there'))).toEqual(filesOf(dataDir))
    await withThere(async there => {
      expect(await contentOf(there)).toEqual(await contentOf(source))
      const [change] = await there.rows(
        `INSERT INTO content_changes (at, tags) VALUES (now(), '["front:ar"]') RETURNING version`,
      )
      const [story] = await there.rows(
        `INSERT INTO stories (section_id, kind, created_at) SELECT min(id), 'news', now() FROM sections RETURNING id`,
      )
      const [article] = await there.rows(
        `INSERT INTO audit_log (at, actor, verb, subject) VALUES (now(), 'a', 'b', 'c') RETURNING id, (SELECT max(id) FROM audit_log) AS newest`,
      )
      expect([change?.version, story?.id]).toEqual([816, 4712])
      expect(article?.id).toBe(Number(article?.newest) + 1)
    })
  })

  it('holds a file that SQLite finds sound, so that any machine opens it', async () => {
    const { archive } = await backupOf(dataDir)
    const database = (await entriesOf(archive)).find(({ name }) => name.endsWith('/press.db'))
    fs.writeFileSync(inRoot('press.db'), database?.content ?? '')
    const stored = openStoredDatabase(inRoot('press.db'))
    expect([stored.damage(), stored.brokenReferences()]).toEqual([[], []])
    expect(stored.rowCounts()).toMatchObject({
      stories: 2,
      articles: 3,
      migrations: knownMigrations('sqlite').length,
    })
    stored.close()
  })

  it('is the newsroom as it was when it began, whatever is written meanwhile', async () => {
    const before = await contentOf(source)
    let writes = 0
    const write = (step: string) =>
      void source.rows(`INSERT INTO facts VALUES ('${step}-${writes++}', 'meanwhile')`)
    const { archive } = await backupOf(dataDir, { progress: write })
    await source.rows('SELECT 1')
    expect(writes).toBeGreaterThan(4)
    expect(await contentOf(source)).not.toEqual(before)
    await restored(archive)
    expect(await withThere(contentOf)).toEqual(before)
  })

  it('is refused without the folder of the pictures', async () => {
    fs.rmSync(dataDir, { recursive: true })
    expect(await refusalOf(backupOf(dataDir))).toMatch(/no data folder .* PRESS_DATA/)
  })

  it('is refused when the tables are not those that the program knows', async () => {
    await source.rows("UPDATE migrations SET name = '9999_later' WHERE name = '0001_announce_changes'")
    expect(await refusalOf(backupOf(dataDir))).toMatch(/newer than this program/)
    await source.rows("DELETE FROM migrations WHERE name = '9999_later'")
    expect(await refusalOf(backupOf(dataDir))).toMatch(/older than this program.*then upgrade/)
    await source.rows('DROP TABLE migrations')
    expect(await refusalOf(backupOf(dataDir))).toMatch(/no newsroom in .* DATABASE_URL/)
  })
})

describe('a server that a backup is put back into', () => {
  it('is left as it is when it is not empty', async () => {
    const { archive } = await backupOf(dataDir)
    await withThere(there => there.rows("INSERT INTO facts VALUES ('mine', '')"))
    expect(await refusalOf(restored(archive))).toMatch(
      /not empty: facts 1\. Name an empty one in DATABASE_URL/,
    )
    expect(filesOf(inRoot('there'))).toEqual({})
    expect(await withThere(fullTables)).toEqual([{ name: 'facts', rows: 1 }])
  })

  it('may be one that a portal waits at, which holds a lease already', async () => {
    const lease = (holder: string) => `INSERT INTO leases VALUES ('most-read', '${holder}', now())`
    await source.rows(lease('who was'))
    const { archive } = await backupOf(dataDir)
    await withThere(async there => {
      await there.rows(lease('who is'))
      await there.rows('INSERT INTO search_state (id, analyzer, through) VALUES (1, 1, NULL)')
    })
    await restored(archive)
    expect(await withThere(there => there.rows('SELECT holder FROM leases'))).toEqual([{ holder: 'who is' }])
    /* The search index was made for an empty newsroom and has to be made again. */
    expect(await withThere(there => there.rows('SELECT analyzer FROM search_state'))).toEqual([])
  })

  it('keeps the pictures that are there, and gives back those that are lost', async () => {
    const { archive } = await backupOf(dataDir)
    const all = filesOf(dataDir)
    fs.cpSync(dataDir, inRoot('there'), { recursive: true })
    const [lost = ''] = Object.keys(all)
    fs.rmSync(path.join(inRoot('there'), lost))
    writeFiles(inRoot('there'), { 'media/originals/newer.jpg': 'x' })
    await restored(archive)
    expect(filesOf(inRoot('there'))).toEqual({ ...all, 'media/originals/newer.jpg': expect.any(String) })
  })

  it('stays empty when a file of the folder is not the one that was saved', async () => {
    const { archive } = await backupOf(dataDir)
    const [name = ''] = Object.keys(filesOf(dataDir))
    writeFiles(inRoot('there'), { [name]: 'another' })
    expect(await refusalOf(restored(archive))).toMatch(/is there already, and is not what was saved/)
    expect(Object.keys(filesOf(inRoot('there')))).toEqual([name])
    expect(await isEmpty()).toBe(true)
  })

  it.each<[string, (archive: Buffer) => Buffer | Promise<Buffer>, RegExp]>([
    ['cut off', archive => archive.subarray(0, archive.length >> 1), /cut off/],
    [
      'changed by a bit',
      archive => Buffer.from(archive.map((byte, at) => (at === archive.length >> 1 ? byte ^ 1 : byte))),
      /damaged|manifest|not what was saved/,
    ],
    [
      'without a row that it had',
      async archive =>
        archiveOf(
          withManifest(await entriesOf(archive), manifest => ({
            ...manifest,
            rows: { ...manifest.rows, articles: 4 },
          })),
        ),
      /articles has 3 rows, not 4/,
    ],
  ])('stays empty when the archive is %s', async (_, change, reason) => {
    const { archive } = await backupOf(dataDir)
    expect(await refusalOf(restored(Buffer.from(await change(archive))))).toMatch(reason)
    expect(filesOf(inRoot('there'))).toEqual({})
    expect(await isEmpty()).toBe(true)
  })

  it('stays empty when it refuses a row, and says which', async () => {
    const { archive } = await backupOf(dataDir)
    const broken = archiveOf(
      await changedDatabase(archive, "UPDATE articles SET headline = 'a' || char(0) || 'b' WHERE id = 1"),
    )
    expect(await refusalOf(restored(await broken))).toMatch(
      /^press_test\S+ on \S+ does not take what was saved: Rows 1 to 3 of articles were refused/,
    )
    expect(filesOf(inRoot('there'))).toEqual({})
    expect(await isEmpty()).toBe(true)
  })

  it('takes a backup of an older version, and brings it up to date', async () => {
    const { archive } = await backupOf(dataDir)
    const older = await changedDatabase(
      archive,
      `DROP TABLE leases; DROP TABLE schedules; DROP TABLE read_counts; DROP TABLE most_read;
       DROP TABLE search_index_ar; DROP TABLE search_index_en; DROP TABLE search_words; DROP TABLE search_documents; DROP TABLE search_state;
       DROP TABLE rate_limits;
       DROP TABLE deliveries; DROP TABLE edition_texts; DROP TABLE editions; DROP TABLE newsletter_keys; DROP TABLE suppressions;
       DROP TABLE newsletter_requests; DROP TABLE subscriptions; DROP TABLE subscribers;
       DROP TABLE recordings; DROP TABLE spoken; DROP TABLE bulletins; DROP TABLE voice_budgets;
       DELETE FROM migrations WHERE name > '0001'`,
    )
    await restored(
      await archiveOf(
        withManifest(older, manifest => ({
          ...manifest,
          migrations: manifest.migrations.slice(0, 1),
          rows: rowsOf(inRoot('changed.db')),
        })),
      ),
    )
    expect(await withThere(there => there.rows('SELECT count(*)::integer AS n FROM articles'))).toEqual([
      { n: 3 },
    ])
  })

  it('stays empty when the connection is lost, and says so', async () => {
    const { archive } = await backupOf(dataDir)
    const there = openServer(inRoot('there'))
    await there.ready
    await there.snapshot(async ({ rows }) => {
      /* The table can be read, so that the database is found empty; writers wait. */
      await rows('LOCK TABLE audit_log IN SHARE MODE')
      const [{ name } = {}] = await rows('SELECT current_database() AS name')
      const cut = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = '${name}' AND wait_event_type = 'Lock'`
      const work = refusalOf(restored(archive))
      await vi.waitUntil(async () => (await source.rows(cut)).length > 0, { timeout: 15_000 })
      expect(await work).toMatch(/^The connection to .* was lost.*try again/)
    })
    await there.close()
    expect(filesOf(inRoot('there'))).toEqual({})
    expect(await isEmpty()).toBe(true)
  })

  it('stays empty when it is stopped in the middle, and takes it the next time', async () => {
    const { archive } = await backupOf(dataDir)
    const stop = new AbortController()
    const progress = (step: string, done: number) => {
      if (step === 'database' && done > 10) stop.abort(new Error('stopped'))
    }
    await expect(restored(archive, { progress, signal: stop.signal })).rejects.toThrow('stopped')
    expect(filesOf(inRoot('there'))).toEqual({})
    expect(await isEmpty()).toBe(true)
    await restored(archive)
    expect(await withThere(contentOf)).toEqual(await contentOf(source))
  })
})
