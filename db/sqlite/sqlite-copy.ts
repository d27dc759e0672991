import fs from 'node:fs'
import BetterSqlite3 from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import type { Reader } from '#db/database.ts'
import * as schema from '#db/schema/sqlite/tables.ts'
import { cacheStatements } from './cache-statements.ts'
import { migrate } from './migrate.ts'

/** A database file that is being filled: nothing of it counts before it was closed. */
export type SqliteCopy = {
  engine: 'sqlite'
  reader: Reader
  transact: (work: (db: Reader) => Promise<void>) => Promise<void>
  /** Afterwards it is on the disk, whole. */
  close: () => void
}

/**
 * Makes a database file with today's tables, to be filled with what was elsewhere. Rows that name others which are not
 * there are taken as they are: a copy is to hold what was, not to judge it.
 */
export function openSqliteCopy(file: string): SqliteCopy {
  const connection = new BetterSqlite3(file)
  /* Whatever goes wrong, the file is thrown away: there is nothing to be careful with. */
  for (const careless of ['journal_mode = OFF', 'synchronous = OFF', 'locking_mode = EXCLUSIVE'])
    connection.pragma(careless)
  connection.pragma('cache_size = -64000')
  migrate(connection)
  connection.pragma('foreign_keys = OFF')
  cacheStatements(connection)
  const reader = drizzle(connection, { schema })
  return {
    engine: 'sqlite',
    reader,
    transact: async work => {
      connection.exec('BEGIN')
      await work(reader)
      connection.exec('COMMIT')
    },
    close: () => {
      connection.close()
      const handle = fs.openSync(file, 'r')
      fs.fsyncSync(handle)
      fs.closeSync(handle)
    },
  }
}

/** Brings a database file that stands alone to today's tables, as one from an older backup may need. */
export function bringUpToDate(file: string): void {
  const connection = new BetterSqlite3(file)
  try {
    migrate(connection)
  } finally {
    connection.close()
  }
}
