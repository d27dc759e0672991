import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import BetterSqlite3 from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import type { Database, DatabaseFault, Reader } from '#db/database.ts'
import { isDiskFull, sqliteCode } from '#db/errors.ts'
import * as schema from '#db/schema/sqlite/tables.ts'
import { ExpectedError, isExpected } from '#errors/expected-error.ts'
import { cacheStatements } from './cache-statements.ts'
import { refuseForeignDatabase } from './foreign-database.ts'
import { numberDatabase, refuseForeignLog } from './left-log.ts'
import { hasPendingMigrations, migrate } from './migrate.ts'

export type SqliteDatabase = Database & {
  engine: 'sqlite'
  file: string
  /** The writer's bare connection. Readers have another one, so that a long write never blocks a page. */
  connection: BetterSqlite3.Database
}

const BUSY_TIMEOUT_MS = 50
const LOCK_WAIT_LIMIT_MS = 10_000
const LOCK_RETRY_MS = 20

/**
 * Opens the database of a data folder, making and migrating it where needed.
 * @throws ExpectedError 'database'
 */
export function openSqlite(
  dataDir: string,
  { isMigrated = false, lockWaitMs = LOCK_WAIT_LIMIT_MS } = {},
): SqliteDatabase {
  const file = path.join(dataDir, 'press.db')
  let connection: BetterSqlite3.Database | undefined
  try {
    connection = openForWriting(file, isMigrated)
    const readConnection = new BetterSqlite3(file, { readonly: true, timeout: BUSY_TIMEOUT_MS })
    readConnection.pragma('cache_size = -32000')
    cacheStatements(readConnection)
    cacheStatements(connection)
    const writer = drizzle(connection, { schema })
    const writing = connection
    return {
      engine: 'sqlite',
      dataDir,
      file,
      name: file,
      connection,
      reader: drizzle(readConnection, { schema }),
      ready: Promise.resolve(),
      transact: work =>
        transact({ connection: writing, writer, lockWaitMs }, work).catch(error =>
          Promise.reject(toExpectedWhenFull(error, file)),
        ),
      contentVersion: () => contentVersion(readConnection),
      unreachableSince: () => null,
      noteVersion: () => {},
      findFault: async () => findFault(writing),
      rows: async statement => rowsOf(writing.prepare(statement)),
      close: () => {
        readConnection.close()
        writing.close()
      },
    }
  } catch (error) {
    connection?.close()
    throw toExpected(error, file)
  }
}

function openForWriting(file: string, isMigrated: boolean): BetterSqlite3.Database {
  refuseForeignLog(file)
  const connection = new BetterSqlite3(file, { timeout: 5000 })
  try {
    /* This comes before any write, even of the journal's mode. */
    refuseForeignDatabase(connection)
    connection.pragma('journal_mode = WAL')
    connection.pragma('synchronous = FULL')
    connection.pragma('foreign_keys = ON')
    if (!isMigrated) {
      migrate(connection)
      numberDatabase(connection)
    }
    connection.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`)
    return connection
  } catch (error) {
    connection.close()
    throw error
  }
}

function rowsOf(statement: BetterSqlite3.Statement): Record<string, unknown>[] {
  if (statement.reader) return statement.all() as Record<string, unknown>[]
  statement.run()
  return []
}

/* Every call reads the database, which takes some ten microseconds, so the version is never stale. */
function contentVersion(connection: BetterSqlite3.Database): number {
  return connection.prepare<[], number | null>('SELECT max(version) FROM content_changes').pluck().get() ?? 0
}

async function transact<Result>(
  {
    connection,
    writer,
    lockWaitMs,
  }: { connection: BetterSqlite3.Database; writer: Reader; lockWaitMs: number },
  work: (db: Reader) => Promise<Result>,
): Promise<Result> {
  await begin(() => connection.exec('BEGIN IMMEDIATE'), lockWaitMs)
  try {
    const result = await work(writer)
    connection.exec('COMMIT')
    return result
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK')
    throw error
  }
}

/* SQLite's own waiting would block the whole process, so the lock is requested again from here. */
async function begin(attempt: () => void, lockWaitMs: number): Promise<void> {
  /* A monotonic clock, which nobody can put back. */
  const deadline = performance.now() + lockWaitMs
  for (;;) {
    try {
      attempt()
      return
    } catch (error) {
      if (!sqliteCode(error)?.startsWith('SQLITE_BUSY')) throw error
      if (performance.now() > deadline) throw new ExpectedError('database.busy.lock', {}, { cause: error })
      await sleep(LOCK_RETRY_MS)
    }
  }
}

function findFault(connection: BetterSqlite3.Database): DatabaseFault | null {
  try {
    if (hasPendingMigrations(connection)) return 'migrations'
    /* An open transaction of ours proves that the database can be written. */
    if (!connection.inTransaction) connection.exec('BEGIN IMMEDIATE; ROLLBACK')
    return null
  } catch (error) {
    const code = sqliteCode(error) ?? ''
    /* Another program is writing, so the database can be written. */
    if (code.startsWith('SQLITE_BUSY')) return null
    return code.startsWith('SQLITE_READONLY') ? 'read-only' : 'unavailable'
  }
}

/* Nobody could mend any other fault of a write while it runs. */
function toExpectedWhenFull(error: unknown, file: string): unknown {
  return isDiskFull(error) ? toExpected(error, file) : error
}

function toExpected(error: unknown, file: string): unknown {
  if (isExpected(error)) return error
  const result = sqliteCode(error)
  const found = EXPECTED.find(({ results }) => results.some(start => result?.startsWith(start)))
  return found ? new ExpectedError(found.code, { file }, { cause: error }) : error
}

/* By SQLite's result codes. */
const EXPECTED = [
  { results: ['SQLITE_NOTADB', 'SQLITE_CORRUPT'], code: 'database.damaged.file' },
  { results: ['SQLITE_READONLY', 'SQLITE_CANTOPEN', 'SQLITE_PERM'], code: 'database.unwritable.database' },
  { results: ['SQLITE_FULL', 'SQLITE_IOERR_SHMSIZE', 'SQLITE_IOERR_WRITE'], code: 'database.full.disk' },
  { results: ['SQLITE_BUSY'], code: 'database.busy.file' },
] as const
