import fs from 'node:fs'
import path from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { requireDatabase } from '#db/data-folder.ts'
import { isDiskFull, sqliteCode } from '#db/errors.ts'
import type { Reader } from '#db/open.ts'
import * as schema from '#db/schema/sqlite/tables.ts'
import { ExpectedError } from '#errors/expected-error.ts'
import { refuseForeignDatabase } from './foreign-database.ts'

export type AppliedMigration = { name: string; hash: string }

/** A database that is read as it is: never migrated, never written. */
export type StoredDatabase = {
  file: string
  /** For queries. */
  db: Reader
  migrations: () => AppliedMigration[]
  /** The number of rows of each table. */
  rowCounts: () => Record<string, number>
  /** The damage that SQLite finds in the file; empty when it is sound. */
  damage: () => string[]
  /** Rows that refer to a missing row, by table. */
  brokenReferences: () => string[]
  close: () => void
}

const FAULTS_SHOWN = 5
const BUSY_TIMEOUT_MS = 5000

/** Opens a database file for reading. Faults of its content show when they are queried. */
export function openStoredDatabase(file: string): StoredDatabase {
  const connection = new BetterSqlite3(file, {
    readonly: true,
    fileMustExist: true,
    timeout: BUSY_TIMEOUT_MS,
  })
  return {
    file,
    db: drizzle(connection, { schema }),
    migrations: () =>
      connection.prepare('SELECT name, hash FROM migrations ORDER BY name').all() as AppliedMigration[],
    rowCounts: () => rowCounts(connection),
    damage: () => damage(connection),
    brokenReferences: () => brokenReferences(connection),
    close: () => connection.close(),
  }
}

/**
 * Copies the present state of a data folder's database into a file, while others go on writing.
 * @throws ExpectedError 'database'
 */
export async function takeSnapshot(options: {
  dataDir: string
  to: string
  progress?: (done: number, total: number) => void
  signal?: AbortSignal
}): Promise<void> {
  const { dataDir, to, progress = () => {}, signal } = options
  requireDatabase(dataDir)
  const source = new BetterSqlite3(path.join(dataDir, 'press.db'), {
    readonly: true,
    timeout: BUSY_TIMEOUT_MS,
  })
  try {
    /*
     * SQLite restarts a copy whenever another connection has written, so that a copy of a busy newsroom might never
     * end. An open transaction holds the copy at its starting point; in exchange the -wal file is not emptied
     * meanwhile.
     */
    source.exec('BEGIN')
    /* The first read fixes the transaction's snapshot. */
    refuseForeignDatabase(source)
    await source.backup(to, {
      progress: ({ totalPages, remainingPages }) => {
        signal?.throwIfAborted()
        progress(totalPages - remainingPages, totalPages)
        return PAGES_AT_ONCE
      },
    })
    source.exec('COMMIT')
    leaveWalMode(to)
  } catch (error) {
    throw toExpected(error, to)
  } finally {
    source.close()
  }
}

const PAGES_AT_ONCE = 1000

/* A database in WAL mode can be read only where its folder can be written. */
function leaveWalMode(file: string): void {
  const copy = new BetterSqlite3(file)
  try {
    copy.pragma('journal_mode = DELETE')
  } finally {
    copy.close()
  }
  const handle = fs.openSync(file, 'r')
  fs.fsyncSync(handle)
  fs.closeSync(handle)
}

function rowCounts(connection: BetterSqlite3.Database): Record<string, number> {
  const tables = connection
    .prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name",
    )
    .pluck()
    .all() as string[]
  const count = (table: string) =>
    connection
      .prepare(`SELECT count(*) FROM "${table.replaceAll('"', '""')}"`)
      .pluck()
      .get() as number
  return Object.fromEntries(tables.map(table => [table, count(table)]))
}

function damage(connection: BetterSqlite3.Database): string[] {
  try {
    const found = connection.prepare(`PRAGMA integrity_check(${FAULTS_SHOWN})`).pluck().all() as string[]
    return found.filter(line => line !== 'ok').flatMap(line => line.split('\n'))
  } catch (error) {
    const code = sqliteCode(error)
    if (code === 'SQLITE_NOTADB' || code?.startsWith('SQLITE_CORRUPT')) return [(error as Error).message]
    throw error
  }
}

function brokenReferences(connection: BetterSqlite3.Database): string[] {
  const rows = connection.prepare('PRAGMA foreign_key_check').all() as { table: string; parent: string }[]
  const counts = new Map<string, number>()
  for (const { table, parent } of rows) {
    const pair = `${table} → ${parent}`
    counts.set(pair, (counts.get(pair) ?? 0) + 1)
  }
  return [...counts].map(([pair, count]) => `${pair}: ${count}`)
}

function toExpected(error: unknown, to: string): unknown {
  const code = sqliteCode(error)
  if (isDiskFull(error))
    return new ExpectedError('database.full.copy', { folder: path.dirname(to) }, { cause: error })
  if (code === 'SQLITE_NOTADB' || code?.startsWith('SQLITE_CORRUPT'))
    return new ExpectedError('database.damaged.source', {}, { cause: error })
  return error
}
