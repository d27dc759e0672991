import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { asc } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { after, keyset } from './keyset.ts'
import { openDatabase, reader } from './open.ts'
import { origins } from './schema/tables.ts'
import { write } from './write.ts'

async function all<Row>(batches: AsyncIterable<Row[]>): Promise<Row[][]> {
  const found: Row[][] = []
  for await (const rows of batches) found.push(rows)
  return found
}

describe('reading by key', () => {
  const asked: unknown[] = []
  const numbers = (stored: number[], atOnce: number) =>
    keyset<number>(atOnce, async last => {
      asked.push(last)
      return stored.filter(number => last === undefined || number > last).slice(0, atOnce)
    })
  beforeEach(() => void asked.splice(0))

  it('goes on from the last row of those before, to the end', async () => {
    expect(await all(numbers([1, 2, 3, 5, 8], 2))).toEqual([[1, 2], [3, 5], [8]])
    expect(asked).toEqual([undefined, 2, 5])
  })

  it('gives nothing of nothing, and no empty rest', async () => {
    expect(await all(numbers([], 2))).toEqual([])
    expect(await all(numbers([1, 2], 2))).toEqual([[1, 2]])
  })
})

describe('a key of several columns', () => {
  let dataDir: string

  beforeEach(() => {
    dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'press-keyset-'))
    openDatabase(dataDir)
  })

  afterEach(async () => {
    await openDatabase().close()
    fs.rmSync(dataDir, { recursive: true, force: true })
  })

  it('is compared as a whole, in one order', async () => {
    const keys = ['a a z', 'a b a', 'a b é', 'a b ي', 'b A a', 'b a B', 'b a a']
    const rows = keys.map(each => {
      const [origin = '', kind = '', key = ''] = each.split(' ')
      return { origin, kind, key, refId: 1 }
    })
    await write(tx =>
      tx
        .insert(origins)
        .values(rows.toReversed())
        .then(() => undefined),
    )
    const key = [origins.origin, origins.kind, origins.key]
    const read = (last?: { origin: string; kind: string; key: string }) =>
      reader()
        .select({ origin: origins.origin, kind: origins.kind, key: origins.key })
        .from(origins)
        .where(last && after(key, [last.origin, last.kind, last.key]))
        .orderBy(...key.map(column => asc(column)))
        .limit(2)
    const found = (await all(keyset(2, read))).flat()
    expect(found.map(row => Object.values(row).join(' '))).toEqual(keys)
  })
})
