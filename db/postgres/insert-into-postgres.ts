import { getTableColumns, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Reader } from '#db/database.ts'

/**
 * Inserts rows as they were read, many at once. They travel as one piece of JSON, which the server takes apart: of a
 * value for each column of each row, the query builder, the driver and the server would make one by one.
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
