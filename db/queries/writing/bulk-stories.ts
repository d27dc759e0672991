/**
 * Writes whole stories as rows, many at a time, to make newsrooms for measurements. The caller decides their content:
 * the verbs of domain/editorial/publishing stay the only way to publish.
 */
import { getTableColumns, sql } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import {
  articleAuthors,
  articles,
  auditLog,
  contentChanges,
  corrections,
  listings,
  revisions,
  stories,
  storyTopics,
} from '#db/schema/tables.ts'
import type { SqliteDatabase } from '#db/sqlite/open-sqlite.ts'
import type { Tx } from '#db/write.ts'

const tables = {
  stories,
  storyTopics,
  articles,
  articleAuthors,
  revisions,
  auditLog,
  listings,
  contentChanges,
  corrections,
} as const

type Tables = typeof tables
/** Rows of every table, in the order in which they are written. */
export type BulkRows = { [Name in keyof Tables]: Tables[Name]['$inferInsert'][] }

/**
 * Turns off waiting for the disk and enlarges the cache while a database is being made: 300,000 articles are written in
 * half the time. A power failure meanwhile destroys it.
 */
export function skipDurability(connection: SqliteDatabase['connection']): void {
  connection.pragma('synchronous = OFF')
  connection.pragma('cache_size = -128000')
}

/** Writes rows. Rows of one shape share one compiled statement. */
export async function writeBulk(tx: Tx, rows: BulkRows): Promise<void> {
  for (const [name, table] of Object.entries(tables)) await writeRows(tx, table, rows[name as keyof Tables])
}

type Row = Record<string, unknown>

/* A placeholder cannot be null in an encoded column, so each set of empty columns is another statement. */
async function writeRows(tx: Tx, table: SQLiteTable, rows: Row[]): Promise<void> {
  const names = Object.keys(getTableColumns(table))
  const statements = new Map<string, ReturnType<typeof prepareInsert>>()
  for (const row of rows) {
    const filled = names.filter(name => row[name] !== undefined && row[name] !== null)
    const shape = filled.join()
    const statement = statements.get(shape) ?? prepareInsert(tx, table, filled)
    statements.set(shape, statement)
    await statement.execute(row)
  }
}

function prepareInsert(tx: Tx, table: SQLiteTable, names: string[]) {
  const places = Object.fromEntries(names.map(name => [name, sql.placeholder(name)]))
  return tx.insert(table).values(places).prepare()
}
