import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import type { Engine } from './engine.ts'
import type * as schema from './schema/sqlite/tables.ts'

type Schema = typeof schema

/** The query builder. On PostgreSQL it is that engine's own, behind the same type: see schema/alike.ts. */
export type Reader = BetterSQLite3Database<Schema>

/** Reasons why the database cannot serve the newsroom at the moment. */
export type DatabaseFault = 'migrations' | 'read-only' | 'unavailable'

/** An open database of either engine. Their differences lie behind this type. */
export type Database = {
  engine: Engine
  dataDir: string
  /** The name for messages: the file, or the database and its server, without a password. */
  name: string
  reader: Reader
  /**
   * Settles when the database can be used, and rejects with an ExpectedError `database` when it cannot. Queries wait
   * for it by themselves.
   */
  ready: Promise<void>
  /** Runs work in one transaction while no other one writes. Only `db/write.ts` calls it. */
  transact: <Result>(work: (db: Reader) => Promise<Result>) => Promise<Result>
  /** The highest version among the content changes at this moment. The edge asks before every response. */
  contentVersion: () => number
  /**
   * Since when the database has not answered; null while it answers, as a file always does. It is known once a version
   * was asked for.
   */
  unreachableSince: () => Date | null
  /** Tells this process of a version that it has seen in the database. */
  noteVersion: (version: number) => void
  /** Null when the database could be written at this moment. */
  findFault: () => Promise<DatabaseFault | null>
  /** The rows of a bare statement without values. For tests and debugging. */
  rows: (statement: string) => Promise<Record<string, unknown>[]>
  close: () => void | Promise<void>
}
