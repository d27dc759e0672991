import path from 'node:path'
import { type Settings, settings, settingsOrDefaults } from '#settings/settings.ts'
import { checkDataFolder, makeDataFolder } from './data-folder.ts'
import type { Database, Reader } from './database.ts'
import { engine } from './engine.ts'
import { openPostgres, type PostgresDatabase, type PostgresOptions } from './postgres/open-postgres.ts'
import { openSqlite, type SqliteDatabase } from './sqlite/open-sqlite.ts'

export type { Database, Reader } from './database.ts'

/* Next's bundles and the server have their own copies of this module and must share the connections. */
const key = Symbol.for('arab-press.database')
const shared = globalThis as { [key]?: Database }

/**
 * Opens the newsroom's database, and makes and migrates it where needed, unless another thread of this program has done
 * so. The first call decides the folder; later ones return the same database.
 * @throws ExpectedError 'database'
 */
export function openDatabase(dataDir?: string, { isMigrated = false } = {}): Database {
  const open = shared[key]
  if (open && dataDir === undefined) return open
  const folder = path.resolve(/*turbopackIgnore: true*/ dataDir ?? settings().dataDir)
  if (open) {
    if (open.dataDir !== folder) throw new Error(`The database of ${open.dataDir} is open already`)
    return open
  }
  makeDataFolder(folder)
  checkDataFolder(folder)
  const database =
    engine === 'postgres'
      ? openPostgres({ ...postgresOptions(folder, settings()), isMigrated })
      : openSqlite(folder, { isMigrated })
  const { close } = database
  database.close = () => {
    delete shared[key]
    return close()
  }
  shared[key] = database
  return database
}

function postgresOptions(dataDir: string, { databaseUrl, ...limits }: Settings): PostgresOptions {
  if (databaseUrl === null) throw new Error('This needs PostgreSQL')
  return {
    url: databaseUrl,
    dataDir,
    connections: limits.databaseConnections,
    statementMs: limits.databaseStatementMs,
  }
}

/** The query builder of the open database. It cannot write on SQLite. */
export function reader(): Reader {
  return openDatabase().reader
}

/**
 * The database on the server, for work that only PostgreSQL can do, with connections of its own that the caller closes.
 * With `isMigrated` it stays as it is.
 */
export function openServer(dataDir: string, { isMigrated = false } = {}): PostgresDatabase {
  /* `press doctor` examines the server even if another setting cannot be used. */
  const options = postgresOptions(dataDir, settingsOrDefaults())
  return openPostgres({ ...options, isMigrated, statementMs: COMMAND_MS })
}

/* The limit of a page does not fit a command, which a person waits for and can stop. */
const COMMAND_MS = 6 * 60 * 60 * 1000

/**
 * The open database, for work that only SQLite can do.
 * @throws Error on the other engine
 */
export function sqliteDatabase(dataDir?: string): SqliteDatabase {
  const database = openDatabase(dataDir)
  if (database.engine !== 'sqlite') throw new Error('This needs SQLite')
  return database as SqliteDatabase
}
