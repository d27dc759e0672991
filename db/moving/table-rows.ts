/* Whole rows of any table of either engine, for moving a newsroom from one to the other. */
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

/** A row as the query builder gives and takes it: dates are dates, JSON is what it says. */
export type StoredRow = Record<string, unknown>

/** Where rows are read from: a database, or one moment of it. */
export type RowSource = Pick<Database, 'engine' | 'reader'>

/* Of long texts some megabytes, of numbers some hundred kilobytes. */
const TEXTS_AT_ONCE = 500
const ROWS_AT_ONCE = 5000
const WITH_TEXTS: TableName[] = ['articles', 'revisions', 'pages']

export async function countRows({ engine, reader }: RowSource, name: TableName): Promise<number> {
  const [row] = await reader.select({ rows: count() }).from(tableOf(engine, name))
  return row?.rows ?? 0
}

/** All rows, or those after one, some at a time in the order of their key, which is the same in both engines. */
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

/** The last row in the order of their key. */
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

/** Has the next row that the database numbers come after all that ever were, here and where the rows came from. */
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

/* The types of both are alike (schema/alike.ts), so one stands for the other. */
function tableOf(engine: Database['engine'], name: TableName): SQLiteTable {
  return tablesOf[engine][name] as unknown as SQLiteTable
}

/** The columns of the primary key, with what a row calls them. */
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
