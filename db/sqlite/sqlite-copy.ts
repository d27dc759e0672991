import fs from 'node:fs'
import BetterSqlite3 from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import type { Reader } from '#db/database.ts'
import * as schema from '#db/schema/sqlite/tables.ts'
import { cacheStatements } from './cache-statements.ts'
import { migrate } from './migrate.ts'

/** A database file that is being filled. It counts only after it was closed. */
export type SqliteCopy = {
  engine: 'sqlite'
  reader: Reader
  transact: (work: (db: Reader) => Promise<void>) => Promise<void>
  /** Syncs the file to the disk. */
  close: () => void
}

/**
 * Makes a database file with the current tables, to be filled from elsewhere. Rows that refer to missing ones are
 * accepted: a copy must hold what was there, without judging it.
 */
export function openSqliteCopy(file: string): SqliteCopy {
  const connection = new BetterSqlite3(file)
  /* A failed copy is thrown away, so durability does not matter. */
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

/** Migrates a database file that no program has open, such as one from an older backup. */
export function bringUpToDate(file: string): void {
  const connection = new BetterSqlite3(file)
  try {
    migrate(connection)
  } finally {
    connection.close()
  }
}
