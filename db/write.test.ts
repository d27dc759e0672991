import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DatabaseError } from './errors'
import { reader, sqliteDatabase } from './open'
import { facts } from './schema/tables'
import type { SqliteDatabase } from './sqlite/open-sqlite'
import { type Tx, write } from './write'

let database: SqliteDatabase
let dataDir: string

beforeEach(() => {
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'press-write-'))
  database = sqliteDatabase(dataDir)
})

afterEach(() => {
  database.close()
  fs.rmSync(dataDir, { recursive: true, force: true })
})

const put = (key: string, value: string) => (tx: Tx) =>
  tx
    .insert(facts)
    .values({ key, value })
    .then(() => undefined)
const stored = async (key: string) =>
  (await reader().select().from(facts).where(eq(facts.key, key)))[0]?.value

describe('write', () => {
  it('commits what it was given, where readers see it', async () => {
    await write(put('a', '1'))
    expect(await stored('a')).toBe('1')
  })

  it('keeps nothing of a transaction that fails', async () => {
    await expect(
      write(async tx => {
        await put('a', '1')(tx)
        throw new Error('no')
      }),
    ).rejects.toThrow('no')
    expect(await stored('a')).toBeUndefined()
    await write(put('b', '2'))
    expect(await stored('b')).toBe('2')
  })

  it('runs one at a time, in order', async () => {
    await write(put('n', '0'))
    const increment = () =>
      write(async tx => {
        const [row] = await tx.select().from(facts).where(eq(facts.key, 'n'))
        await tx
          .update(facts)
          .set({ value: String(Number(row?.value) + 1) })
          .where(eq(facts.key, 'n'))
      })
    await Promise.all(Array.from({ length: 50 }, increment))
    expect(await stored('n')).toBe('50')
  })

  it('refuses a write inside a write', async () => {
    await expect(write(() => write(put('a', '1')))).rejects.toThrow('inside')
  })

  it('gives a transaction that is dead after the commit', async () => {
    let kept: Tx | undefined
    await write(async tx => {
      kept = tx
    })
    expect(() => kept?.select()).toThrow()
  })

  it('waits for another process that holds the lock', async () => {
    const other = new BetterSqlite3(path.join(dataDir, 'press.db'))
    other.exec('BEGIN IMMEDIATE')
    const waiting = write(put('a', '1'))
    setImmediate(() => other.exec('COMMIT'))
    await waiting
    expect(await stored('a')).toBe('1')
    other.close()
  })

  it('lets no reader write', () => {
    expect(() => reader().insert(facts).values({ key: 'x', value: 'y' }).run()).toThrow(/readonly/)
  })
})

describe('openDatabase', () => {
  it('gives the same database again', () => {
    expect(sqliteDatabase(dataDir)).toBe(database)
  })

  it('says which folder cannot be made, and never waits for it', () => {
    database.close()
    expect(() => sqliteDatabase('/proc/press/data')).toThrow(/cannot be made.*PRESS_DATA/)
    database = sqliteDatabase(dataDir)
  })

  it('says what to do about a damaged file', () => {
    const damaged = fs.mkdtempSync(path.join(os.tmpdir(), 'press-damaged-'))
    fs.writeFileSync(
      path.join(damaged, 'press.db'),
      'this is not a database, however long it may be'.repeat(100),
    )
    database.close()
    expect(() => sqliteDatabase(damaged)).toThrow(/damaged.*backup/)
    fs.rmSync(damaged, { recursive: true })
    database = sqliteDatabase(dataDir)
  })

  it('refuses a database that is newer than the program, and changes nothing in it', () => {
    database.connection.exec("INSERT INTO migrations VALUES ('9999_future', 'abc', 0)")
    database.close()
    expect(() => sqliteDatabase(dataDir)).toThrow(DatabaseError)
    expect(() => sqliteDatabase(dataDir)).toThrow(/newer than this program/)
    const bare = new BetterSqlite3(path.join(dataDir, 'press.db'))
    bare.exec("DELETE FROM migrations WHERE name = '9999_future'")
    bare.close()
    database = sqliteDatabase(dataDir)
  })
})
