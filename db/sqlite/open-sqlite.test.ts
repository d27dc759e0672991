import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { hasDatabase, requireDatabase } from '#db/data-folder.ts'
import { reader, sqliteDatabase } from '#db/open.ts'
import { facts } from '#db/schema/tables.ts'
import { write } from '#db/write.ts'
import { ExpectedError } from '#errors/expected-error.ts'
import { inWords } from '#i18n/in-words.testing.ts'
import { openSqlite } from './open-sqlite.ts'

let folder: string
const file = () => path.join(folder, 'press.db')

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'press-sqlite-'))
})

afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

const isRoot = process.getuid?.() === 0
if (isRoot)
  console.warn('Skipped: a test of a file that may not be written, since the superuser may write anywhere')

/** Another program at the same file. */
function elsewhere<Result>(work: (connection: BetterSqlite3.Database) => Result): Result {
  const connection = new BetterSqlite3(file())
  try {
    return work(connection)
  } finally {
    connection.close()
  }
}

describe('a file that cannot be used', () => {
  it('is told when it is a folder', () => {
    fs.mkdirSync(file())
    expect(() => inWords(() => sqliteDatabase(folder))).toThrow(/press.db is a folder.*Move it/)
  })

  it.skipIf(isRoot)('is told when it cannot be written', () => {
    fs.writeFileSync(file(), '')
    fs.chmodSync(file(), 0o444)
    expect(() => inWords(() => sqliteDatabase(folder))).toThrow(/cannot be written.*chown/)
  })

  it('is told when it is damaged, with what to do', () => {
    fs.writeFileSync(file(), 'this is not a database, however long it may be'.repeat(100))
    expect(() => inWords(() => sqliteDatabase(folder))).toThrow(/damaged.*backup/)
  })

  it('is left as it is when it is of another program', () => {
    elsewhere(other =>
      other.exec('CREATE TABLE migrations (id INTEGER, migration TEXT); CREATE TABLE posts (x)'),
    )
    const before = fs.readFileSync(file())
    expect(() => inWords(() => sqliteDatabase(folder))).toThrow(/made by another program.*PRESS_DATA/)
    expect(fs.readFileSync(file()).equals(before)).toBe(true)
  })

  it('is refused when it is newer than the program, and nothing is changed in it', () => {
    sqliteDatabase(folder).close()
    elsewhere(other => other.exec("INSERT INTO migrations VALUES ('9999_future', 'abc', 0)"))
    expect(() => sqliteDatabase(folder)).toThrow(ExpectedError)
    expect(() => inWords(() => sqliteDatabase(folder))).toThrow(/newer than this program/)
    const found = elsewhere(other => other.prepare("SELECT * FROM migrations WHERE name > '9'").all())
    expect(found).toEqual([{ name: '9999_future', hash: 'abc', applied_at: 0 }])
  })
})

describe('a folder without a file', () => {
  it('holds no newsroom, and gets none by being asked', () => {
    expect(hasDatabase(folder)).toBe(false)
    expect(() => inWords(() => requireDatabase(folder))).toThrow(/no newsroom in .* has no press.db/)
    expect(fs.readdirSync(folder)).toEqual([])
    sqliteDatabase(folder).close()
    expect(hasDatabase(folder)).toBe(true)
  })
})

describe('two programs at one file', () => {
  it('write one after the other', async () => {
    const database = sqliteDatabase(folder)
    const other = new BetterSqlite3(file())
    other.exec('BEGIN IMMEDIATE')
    const waiting = write(async tx => {
      await tx.insert(facts).values({ key: 'a', value: '1' })
    })
    setImmediate(() => other.exec('COMMIT'))
    await waiting
    expect(await reader().select().from(facts)).toEqual([{ key: 'a', value: '1' }])
    other.close()
    database.close()
  })
})

describe('a lock that another program holds', () => {
  it('is not waited for any longer when the clock is put back', async () => {
    const database = openSqlite(folder, { lockWaitMs: 200 })
    const other = new BetterSqlite3(file())
    other.exec('BEGIN IMMEDIATE')
    vi.useFakeTimers({ toFake: ['Date'] })
    try {
      const refused = expect(inWords(() => database.transact(async () => undefined))).rejects.toThrow(
        /Another program/,
      )
      vi.setSystemTime(Date.now() - 3_600_000)
      await refused
    } finally {
      vi.useRealTimers()
      other.close()
      database.close()
    }
  })
})

describe('the reading side', () => {
  it('cannot write', () => {
    const database = sqliteDatabase(folder)
    expect(() => reader().insert(facts).values({ key: 'x', value: 'y' }).run()).toThrow(/readonly/)
    database.close()
  })
})
