import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import type { Engine } from './engine.ts'
import type * as schema from './schema/sqlite/tables.ts'

type Schema = typeof schema

/** What queries are put together with. On PostgreSQL it is that engine's own, behind the same type: see schema/alike.ts. */
export type Reader = BetterSQLite3Database<Schema>

/** Why the database cannot take part in a newsroom's work just now. */
export type DatabaseFault = 'migrations' | 'read-only' | 'unavailable'

/** An open database of either engine: what differs between them, behind one shape. */
export type Database = {
  engine: Engine
  dataDir: string
  /** What to call it in a message: a file, or where it lies on which server, without a password. */
  name: string
  reader: Reader
  /** Settles when it can be used, and rejects with an ExpectedError `database` that says why not. Queries wait for it by themselves. */
  ready: Promise<void>
  /** Runs work in one transaction, alone among all that write. `db/write.ts` is who calls it. */
  transact: <Result>(work: (db: Reader) => Promise<Result>) => Promise<Result>
  /** The highest version among the content changes, as of now. Asked before every answer. */
  contentVersion: () => number
  /** Since when the database has not answered; null while it does, as a file always does. Known once it was asked for a version. */
  unreachableSince: () => Date | null
  /** A version was seen in the database: this process knows of it from now on. */
  noteVersion: (version: number) => void
  /** Whether it could be written now; null when it could. */
  findFault: () => Promise<DatabaseFault | null>
  /** The rows of a bare statement without values, for tests and for looking around. */
  rows: (statement: string) => Promise<Record<string, unknown>[]>
  close: () => void | Promise<void>
}
