import path from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'
import { checkDataFolder, makeDataFolder } from './data-folder'
import { DatabaseError, sqliteCode } from './errors'
import { refuseForeignDatabase } from './foreign-database'
import { migrate } from './migrate'
import { rememberStatements } from './remember-statements'
import * as schema from './schema/sqlite'

export type Schema = typeof schema
export type Reader = BetterSQLite3Database<Schema>

export type Database = {
  dataDir: string
  file: string
  /** Readers have their own connection, so that a long write never holds up a page. */
  reader: Reader
  writer: Reader
  /** The writer's bare connection, for BEGIN and COMMIT. */
  connection: BetterSqlite3.Database
  /** The readers' bare connection, for what is asked before every answer. */
  readConnection: BetterSqlite3.Database
  close: () => void
}

/* Next's bundles and the server each get their own copy of this module; the connections must be one. */
const key = Symbol.for('arab-press.database')
const shared = globalThis as { [key]?: Database }

const BUSY_TIMEOUT_MS = 50

/**
 * Opens the newsroom's database, making and migrating it where needed. The first call decides the folder; later
 * ones give the same database.
 * @throws DatabaseError with a sentence for the administrator
 */
export function openDatabase(dataDir?: string): Database {
  const open = shared[key]
  const wanted = path.resolve(/*turbopackIgnore: true*/ dataDir ?? (process.env.PRESS_DATA || './data'))
  if (open) {
    if (dataDir !== undefined && open.dataDir !== wanted)
      throw new Error(`The database of ${open.dataDir} is open already`)
    return open
  }
  const file = path.join(wanted, 'press.db')
  makeDataFolder(wanted)
  checkDataFolder(wanted)
  let connection: BetterSqlite3.Database | undefined
  try {
    connection = new BetterSqlite3(file, { timeout: 5000 })
    /* Before anything is written, even the journal's mode. */
    refuseForeignDatabase(connection)
    connection.pragma('journal_mode = WAL')
    connection.pragma('synchronous = FULL')
    connection.pragma('foreign_keys = ON')
    migrate(connection)
    connection.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`)
    const readConnection = new BetterSqlite3(file, { readonly: true, timeout: BUSY_TIMEOUT_MS })
    readConnection.pragma('cache_size = -32000')
    rememberStatements(readConnection)
    rememberStatements(connection)
    const writeConnection = connection
    const database: Database = {
      dataDir: wanted,
      file,
      reader: drizzle(readConnection, { schema }),
      writer: drizzle(writeConnection, { schema }),
      connection: writeConnection,
      readConnection,
      close: () => {
        readConnection.close()
        writeConnection.close()
        delete shared[key]
      },
    }
    shared[key] = database
    return database
  } catch (error) {
    connection?.close()
    throw explain(error, file)
  }
}

/** The open database's reading side, for queries. */
export function reader(): Reader {
  return openDatabase().reader
}

function explain(error: unknown, file: string): unknown {
  if (error instanceof DatabaseError) return error
  const code = sqliteCode(error)
  if (code === 'SQLITE_NOTADB' || code?.startsWith('SQLITE_CORRUPT')) {
    return new DatabaseError(
      'damaged',
      `The database ${file} is damaged. Move it aside and put back the newest backup, or move it aside alone to begin empty.`,
      { cause: error },
    )
  }
  if (
    code?.startsWith('SQLITE_READONLY') ||
    code?.startsWith('SQLITE_CANTOPEN') ||
    code?.startsWith('SQLITE_PERM')
  ) {
    return new DatabaseError(
      'unwritable',
      `The database ${file} cannot be written. Give this user write permission to it and to its folder.`,
      { cause: error },
    )
  }
  if (code?.startsWith('SQLITE_FULL')) {
    return new DatabaseError(
      'full',
      `The disk that holds the database ${file} is full. Make room on it, then start again.`,
      { cause: error },
    )
  }
  if (code?.startsWith('SQLITE_BUSY')) {
    return new DatabaseError(
      'busy',
      `The database ${file} is locked by another program. End that program, then start again.`,
      {
        cause: error,
      },
    )
  }
  return error
}
