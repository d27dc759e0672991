import { getTableColumns, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Reader } from '#db/database.ts'

/**
 * Inserts many rows at once, as they were read. They are sent as one JSON text that the server takes apart: otherwise
 * the query builder, the driver and the server would each handle every value of every row.
 */
export async function insertIntoPostgres(
  db: Reader,
  table: PgTable,
  rows: Record<string, unknown>[],
): Promise<void> {
  if (rows.length === 0) return
  const columns = Object.entries(getTableColumns(table))
  const named = rows.map(row => Object.fromEntries(columns.map(([name, column]) => [column.name, row[name]])))
  const list = sql.join(
    columns.map(([, column]) => sql.identifier(column.name)),
    sql`, `,
  )
  await (db as unknown as { execute: (statement: unknown) => Promise<unknown> }).execute(
    sql`INSERT INTO ${table} (${list}) SELECT ${list} FROM json_populate_recordset(NULL::${table}, ${JSON.stringify(named)})`,
  )
}
