/* Whole rows of any table of either engine, for moving a newsroom from one to the other. */
import { asc, count, sql } from 'drizzle-orm'
import { type PgTable, getTableConfig as postgresConfig } from 'drizzle-orm/pg-core'
import { type SQLiteColumn, type SQLiteTable, getTableConfig as sqliteConfig } from 'drizzle-orm/sqlite-core'
import type { Database, Reader } from '../database'
import type { TableName } from '../schema/table-order'
import { tablesOf } from '../schema/tables'

/** A row as the query builder gives and takes it: dates are dates, JSON is what it says. */
export type StoredRow = Record<string, unknown>

export async function countRows({ engine, reader }: Database, name: TableName): Promise<number> {
  const [row] = await reader.select({ rows: count() }).from(tableOf(engine, name))
  return row?.rows ?? 0
}

/** Rows in the order of their key, which is the same in both engines. */
export function readRows(
  { engine, reader }: Database,
  name: TableName,
  from: number,
  limit: number,
): Promise<StoredRow[]> {
  const table = tableOf(engine, name)
  return reader
    .select()
    .from(table)
    .orderBy(...keyOf(engine, name).map(column => asc(column)))
    .limit(limit)
    .offset(from) as unknown as Promise<StoredRow[]>
}

export async function insertRows(
  db: Reader,
  engine: Database['engine'],
  name: TableName,
  rows: StoredRow[],
): Promise<void> {
  if (rows.length > 0) await db.insert(tableOf(engine, name)).values(rows as never)
}

/** Has the next row that is numbered by the database come after those that brought their numbers along. */
export async function numberOn({ engine, transact }: Database): Promise<void> {
  /* SQLite looks at what is there by itself. */
  if (engine === 'sqlite') return
  await transact(async db => {
    for (const table of Object.values(tablesOf.postgres)) {
      const { name, columns } = postgresConfig(table as PgTable)
      const numbered = columns.find(column => column.generatedIdentity)
      if (!numbered) continue
      const newest = sql`(SELECT max(${sql.identifier(numbered.name)}) FROM ${sql.identifier(name)})`
      await (db as unknown as { execute: (statement: unknown) => Promise<unknown> }).execute(
        sql`SELECT setval(pg_get_serial_sequence(${name}, ${numbered.name}), coalesce(${newest}, 1), ${newest} IS NOT NULL)`,
      )
    }
  })
}

/* The types of both are alike (schema/alike.ts), so one stands for the other. */
function tableOf(engine: Database['engine'], name: TableName): SQLiteTable {
  return tablesOf[engine][name] as unknown as SQLiteTable
}

function keyOf(engine: Database['engine'], name: TableName): SQLiteColumn[] {
  const table = tablesOf[engine][name]
  const { columns, primaryKeys } =
    engine === 'sqlite' ? sqliteConfig(table as SQLiteTable) : postgresConfig(table as unknown as PgTable)
  const [composite] = primaryKeys
  const key = composite ? composite.columns : columns.filter(column => column.primary)
  if (key.length === 0) throw new Error(`${name} has no key`)
  return key as unknown as SQLiteColumn[]
}
