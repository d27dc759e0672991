import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { beforeEach, describe, expect, it } from 'vitest'
import { inWords } from '#i18n/in-words.testing.ts'
import { migrate } from './migrate.ts'

let folder: string
let connection: BetterSqlite3.Database

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'press-migrate-'))
  connection = new BetterSqlite3(':memory:')
})

const add = (name: string, sql: string) => fs.writeFileSync(path.join(folder, `${name}.sql`), sql)
const tables = () =>
  (
    connection.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").all() as {
      name: string
    }[]
  ).map(row => row.name)

describe('migrate', () => {
  it('applies each migration once, in the order of their names', () => {
    add('0001_b', 'ALTER TABLE a ADD COLUMN y INTEGER;')
    add('0000_a', 'CREATE TABLE a (x INTEGER);\n--> statement-breakpoint\nINSERT INTO a VALUES (1);')
    migrate(connection, folder)
    migrate(connection, folder)
    expect(connection.prepare('SELECT count(*) AS n FROM a').get()).toEqual({ n: 1 })
  })

  it('keeps nothing of a migration that fails, and names it', () => {
    add('0000_a', 'CREATE TABLE a (x INTEGER);')
    add('0001_bad', 'CREATE TABLE b (x INTEGER);\n--> statement-breakpoint\nCREATE TABLE a (x INTEGER);')
    expect(() => inWords(() => migrate(connection, folder))).toThrow(
      /0001_bad failed and nothing of it was kept/,
    )
    expect(tables()).toEqual(['a', 'migrations'])
  })

  it('refuses a database whose migration had another text', () => {
    add('0000_a', 'CREATE TABLE a (x INTEGER);')
    migrate(connection, folder)
    add('0000_a', 'CREATE TABLE a (x TEXT);')
    expect(() => inWords(() => migrate(connection, folder))).toThrow(/another version of migration 0000_a/)
  })
})
