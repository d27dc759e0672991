import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { inWords } from '#i18n/in-words.testing.ts'
import { type Database, openDatabase, reader } from './open.ts'
import { facts } from './schema/tables.ts'
import { type Tx, write } from './write.ts'

let database: Database
let dataDir: string

beforeEach(() => {
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'press-write-'))
  database = openDatabase(dataDir)
})

afterEach(async () => {
  await database.close()
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
})

describe('openDatabase', () => {
  it('gives the same database again', () => {
    expect(openDatabase(dataDir)).toBe(database)
  })

  it('says which folder cannot be made, and never waits for it', async () => {
    await database.close()
    expect(() => inWords(() => openDatabase('/proc/press/data'))).toThrow(/cannot be made.*PRESS_DATA/)
    database = openDatabase(dataDir)
  })

  it('finds what was written when the same folder is opened again', async () => {
    await write(put('a', '1'))
    await database.close()
    database = openDatabase(dataDir)
    expect(await stored('a')).toBe('1')
  })
})
