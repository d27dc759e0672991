/* Reads and writes whole rows of any table of either engine, to move a newsroom from one to the other. */
import { asc, count, desc, getTableColumns } from 'drizzle-orm'
import { type PgTable, getTableConfig as postgresConfig } from 'drizzle-orm/pg-core'
import { type SQLiteColumn, type SQLiteTable, getTableConfig as sqliteConfig } from 'drizzle-orm/sqlite-core'
import type { Database, Reader } from '#db/database.ts'
import { after, keyset } from '#db/keyset.ts'
import { insertIntoPostgres } from '#db/postgres/insert-into-postgres.ts'
import { continueNumberingInPostgres, postgresCounters } from '#db/postgres/postgres-counters.ts'
import type { TableName } from '#db/schema/table-order.ts'
import { tablesOf } from '#db/schema/tables.ts'
import { insertIntoSqlite } from '#db/sqlite/insert-into-sqlite.ts'
import { continueNumberingInSqlite, sqliteCounters } from '#db/sqlite/sqlite-counters.ts'

/** A row of the query builder: dates are `Date`, and JSON is parsed. */
export type StoredRow = Record<string, unknown>

/** The source of rows: a database, or a snapshot of one. */
export type RowSource = Pick<Database, 'engine' | 'reader'>

/* A batch of long texts takes some megabytes, and one of numbers some hundred kilobytes. */
const TEXTS_AT_ONCE = 500
const ROWS_AT_ONCE = 5000
const WITH_TEXTS: TableName[] = ['articles', 'revisions', 'pages']

export async function countRows({ engine, reader }: RowSource, name: TableName): Promise<number> {
  const [row] = await reader.select({ rows: count() }).from(tableOf(engine, name))
  return row?.rows ?? 0
}

/** Batches of all rows, or of those after one, in the order of their key, which both engines share. */
export function readRows(
  { engine, reader }: RowSource,
  name: TableName,
  from?: StoredRow,
): AsyncGenerator<StoredRow[]> {
  const key = keyOf(engine, name)
  const columns = key.map(({ column }) => column)
  const atOnce = WITH_TEXTS.includes(name) ? TEXTS_AT_ONCE : ROWS_AT_ONCE
  return keyset<StoredRow>(atOnce, (last = from) => {
    const values = last && key.map(part => last[part.name])
    return reader
      .select()
      .from(tableOf(engine, name))
      .where(values && after(columns, values))
      .orderBy(...columns.map(column => asc(column)))
      .limit(atOnce)
  })
}

/** The last row of a table in the order of its key. */
export async function lastRow(
  { engine, reader }: RowSource,
  name: TableName,
): Promise<StoredRow | undefined> {
  const [row] = await reader
    .select()
    .from(tableOf(engine, name))
    .orderBy(...keyOf(engine, name).map(({ column }) => desc(column)))
    .limit(1)
  return row
}

export async function insertRows(
  db: Reader,
  engine: Database['engine'],
  name: TableName,
  rows: StoredRow[],
): Promise<void> {
  if (engine === 'sqlite') await insertIntoSqlite(db, tablesOf.sqlite[name], rows)
  else await insertIntoPostgres(db, tablesOf.postgres[name], rows)
}

/** Continues the numbering of rows after the highest number that was ever given, here or in the source. */
export async function continueNumbering(
  from: RowSource,
  db: Reader,
  engine: Database['engine'],
): Promise<void> {
  const counters =
    from.engine === 'sqlite' ? sqliteCounters(from.reader) : await postgresCounters(from.reader)
  if (engine === 'sqlite') continueNumberingInSqlite(db, counters)
  else await continueNumberingInPostgres(db, counters)
}

/* Both engines' types are alike (schema/alike.ts), so one stands for the other. */
function tableOf(engine: Database['engine'], name: TableName): SQLiteTable {
  return tablesOf[engine][name] as unknown as SQLiteTable
}

/** The columns of the primary key, with their names in a row. */
function keyOf(engine: Database['engine'], name: TableName): { name: string; column: SQLiteColumn }[] {
  const table = tablesOf[engine][name]
  const { columns, primaryKeys } =
    engine === 'sqlite' ? sqliteConfig(table as SQLiteTable) : postgresConfig(table as unknown as PgTable)
  const key = primaryKeys[0]?.columns ?? columns.filter(column => column.primary)
  if (key.length === 0) throw new Error(`${name} has no key`)
  const named = Object.entries(getTableColumns(tableOf(engine, name)))
  return key.flatMap(part =>
    named.flatMap(([name, column]) => (column.name === part.name ? [{ name, column }] : [])),
  )
}
