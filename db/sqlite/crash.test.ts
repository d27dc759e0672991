import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { CrashDrill } from '#db/crash-drill.testing.ts'
import { openSqlite } from './open-sqlite.ts'

const ROUNDS = process.env.E2E_LONG === '1' ? 200 : 20

const drill = new CrashDrill()
const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'press-crash-'))
afterAll(() => {
  drill.end()
  fs.rmSync(dataDir, { recursive: true, force: true })
})

it(`loses nothing that was acknowledged when it is killed ${ROUNDS} times`, {
  timeout: ROUNDS * 6_000,
}, async () => {
  for (let round = 1; round <= ROUNDS; round++) {
    await drill.round(dataDir, { DATABASE_URL: '' }, 1 + (round % 13), (round * 7) % 29)
    const database = openSqlite(dataDir)
    try {
      expect(await database.rows('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
      expect(await database.rows('PRAGMA foreign_key_check')).toEqual([])
      expect(await database.rows(APART), `after kill ${round}`).toEqual([])
      expect(await drill.faults(database.rows), `after kill ${round}`).toEqual([])
    } finally {
      database.close()
    }
  }
  expect(drill.acknowledged).toBeGreaterThan(ROUNDS)
})

/* The documents and the words are in two tables. */
const APART = `
  SELECT place FROM search_documents WHERE place NOT IN (SELECT -rowid FROM search_index_ar UNION ALL SELECT -rowid FROM search_index_en)
  UNION ALL SELECT place FROM (SELECT -rowid AS place FROM search_index_ar UNION ALL SELECT -rowid FROM search_index_en) WHERE place NOT IN (SELECT place FROM search_documents)`

it('would see what is half there, and what is lost', async () => {
  await drill.round(dataDir, { DATABASE_URL: '' }, 6, 0)
  const database = openSqlite(dataDir)
  try {
    await database.rows('DELETE FROM listings')
    await database.rows('DELETE FROM search_documents')
    await database.rows("UPDATE articles SET headline = 'Another' WHERE id = (SELECT min(id) FROM articles)")
    const faults = await drill.faults(database.rows)
    expect(faults.join('\n')).toContain('a published article stands in no list')
    expect(faults.join('\n')).toContain('a published article is not in the index of words')
    expect(faults.join('\n')).toContain('an article differs from its newest revision')
    expect(faults.join('\n')).toMatch(/article \d+ was .* and is .*Another/)
  } finally {
    database.close()
  }
})
