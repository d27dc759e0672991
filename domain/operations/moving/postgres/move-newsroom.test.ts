import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { canonicalJson } from '#body/canonical-json.ts'
import type { Database } from '#db/database.ts'
import { insertRows } from '#db/moving/table-rows.ts'
import { openDatabase } from '#db/open.ts'
import { openPostgres } from '#db/postgres/open-postgres.ts'
import { type FreshDatabase, freshDatabase } from '#db/postgres/server.testing.ts'
import { countDeliveries, editionById, insertEdition } from '#db/queries/newsletter/editions.ts'
import { deliveries } from '#db/schema/tables.ts'
import { openSqlite } from '#db/sqlite/open-sqlite.ts'
import { write } from '#db/write.ts'
import { currentHold } from '#domain/distribution/newsletter/holding.ts'
import { moveNewsroom } from '#domain/operations/moving/move-newsroom.ts'
import { refusalOf } from '#domain/operations/refusal.testing.ts'
import { exampleFolder, writeFiles } from '#domain/transfer/seeding/example-folder.testing.ts'
import { seedFolder } from '#domain/transfer/seeding/seed-folder.ts'
import { aSubscriber } from '#testing/newsletter.testing.ts'

let root: string
let source: Database
let file: Database
let server: Database
let fresh: FreshDatabase

beforeEach(async () => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'press-move-'))
  const dir = path.join(root, 'folder')
  writeFiles(dir, exampleFolder)
  source = openDatabase(path.join(root, 'data'))
  await seedFolder({ dir, dataDir: path.join(root, 'data') })
  fs.mkdirSync(path.join(root, 'target'))
  file = openSqlite(path.join(root, 'target'))
  const postgres = inject('postgres')
  if ('missing' in postgres) return
  fresh = await freshDatabase(postgres.url)
  server = openPostgres({ url: fresh.url, dataDir: root, connections: 3, statementMs: 20_000 })
})

afterEach(async () => {
  await source.close()
  await file.close()
  await server?.close()
  await fresh?.drop()
  fs.rmSync(root, { recursive: true, force: true })
})

/* Compared without an order: keys of several columns are not always the first ones. */
const rowsOf = async (database: Database, table: string) =>
  (await database.rows(`SELECT * FROM ${table}`)).map(row => JSON.stringify(row)).sort()

describe('moving a newsroom', () => {
  it('leads from a server into a file and on to another server, and loses nothing', async () => {
    const there = await moveNewsroom({ from: source, to: file })
    expect(there.isSendingHeld).toBe(false)
    const back = await moveNewsroom({ from: file, to: server })
    expect(back.tables).toEqual(there.tables)
    expect(there.tables.find(({ name }) => name === 'articles')?.rows).toBe(3)
    for (const table of [
      'articles',
      'revisions',
      'listings',
      'audit_log',
      'content_changes',
      'media',
      'origins',
    ])
      expect(await rowsOf(server, table), table).toEqual(await rowsOf(source, table))
    expect(await file.rows('PRAGMA foreign_key_check')).toEqual([])
  })

  it('has all rows of a table that is read in many steps', async () => {
    const rows = Array.from({ length: 6000 }, (_, n) => ({
      origin: 'a',
      kind: 'post',
      key: `${n}`,
      refId: n,
    }))
    for (const some of [rows.slice(0, 3000), rows.slice(3000)])
      await source.transact(db => insertRows(db, source.engine, 'origins', some))
    await moveNewsroom({ from: source, to: file })
    await moveNewsroom({ from: file, to: server })
    expect(await rowsOf(server, 'origins')).toEqual(await rowsOf(source, 'origins'))
  })

  it('writes texts into a file in their one form, whatever order a server keeps', async () => {
    await moveNewsroom({ from: source, to: file })
    for (const { body } of await file.rows('SELECT body FROM articles UNION SELECT body FROM revisions'))
      expect(body).toBe(canonicalJson(JSON.parse(String(body))))
  })

  it('sends no newsletter from its new place before a person lets it, and leaves the old one alone', async () => {
    const subscriberId = await aSubscriber('reader@example.org')
    const at = new Date('2026-11-30T04:00:00Z')
    const id = await write(async tx => {
      const moments = { dueAt: at, madeAt: at, newsUntil: at }
      const edition = await insertEdition(tx, { newsletter: 'daily', state: 'sending', ...moments })
      const delivery = { subscriberId, holder: 'one', nextAt: at, state: 'handed' as const }
      await tx.insert(deliveries).values({ editionId: edition?.id ?? 0, ...delivery })
      return edition?.id ?? 0
    })
    const tables = ['facts', 'editions', 'deliveries']
    const before = await Promise.all(tables.map(table => rowsOf(source, table)))
    for (const [from, to] of [
      [source, file],
      [file, server],
    ] as const) {
      expect((await moveNewsroom({ from, to })).isSendingHeld).toBe(true)
      expect((await currentHold(to.reader))?.reason).toBe('moved')
      expect(await editionById(to.reader, id)).toMatchObject({ state: 'paused' })
      expect(await countDeliveries(to.reader, id)).toMatchObject({ open: 0, unconfirmed: 1 })
    }
    expect(await Promise.all(tables.map(table => rowsOf(source, table)))).toEqual(before)
  })

  it('gives no number of a story a second time, even if that story is gone', async () => {
    await source.rows("SELECT setval('stories_id_seq', 4711)")
    await moveNewsroom({ from: source, to: file })
    await moveNewsroom({ from: file, to: server })
    const [added] = await server.rows(
      `INSERT INTO stories (section_id, kind, created_at) SELECT min(id), 'news', now() FROM sections RETURNING id`,
    )
    expect(added?.id).toBe(4712)
  })

  it('numbers on from what came along', async () => {
    await moveNewsroom({ from: source, to: server })
    const [newest] = await server.rows('SELECT max(version) AS version FROM content_changes')
    const [added] = await server.rows(
      `INSERT INTO content_changes (at, tags) VALUES (now(), '["frame:en"]') RETURNING version`,
    )
    expect(added?.version).toBe(Number(newest?.version) + 1)
  })

  it('says which tables do not hold the same, when something was written meanwhile', async () => {
    let isChanged = false
    const progress = (step: string) => {
      if (step !== 'copied' || isChanged) return
      isChanged = true
      void source.rows("UPDATE site SET tagline = 'Another'")
    }
    expect(await refusalOf(moveNewsroom({ from: source, to: file, progress }))).toMatch(
      /does not hold the same as .* \(site\)/,
    )
  })

  it('refuses a database that holds something', async () => {
    await moveNewsroom({ from: source, to: file })
    expect(await refusalOf(moveNewsroom({ from: source, to: file }))).toMatch(
      /is not empty: .*articles 3.*--resume/,
    )
  })

  it('goes on where it was broken off', async () => {
    const stop = new AbortController()
    const begun = moveNewsroom({
      from: source,
      to: server,
      signal: stop.signal,
      progress: () => stop.abort(),
    })
    await expect(begun).rejects.toThrow()
    const [before] = await server.rows('SELECT count(*) AS rows FROM audit_log')
    expect(Number(before?.rows)).toBe(0)
    await moveNewsroom({ from: source, to: server, resume: true })
    expect(await rowsOf(server, 'audit_log')).toEqual(await rowsOf(source, 'audit_log'))
  })

  it('goes on with nothing but what it left behind itself', async () => {
    await moveNewsroom({ from: source, to: file })
    await file.rows("UPDATE articles SET headline = 'Another' WHERE id = (SELECT min(id) FROM articles)")
    const again = moveNewsroom({ from: source, to: file, resume: true })
    await expect(again).rejects.toMatchObject({ code: 'move.otherNewsroom' })
    expect(await refusalOf(again)).toMatch(/did not come from .* \(articles\)/)
  })
})
