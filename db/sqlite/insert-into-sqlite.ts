import { getTableColumns, type Placeholder, sql } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { canonicalJson } from '#body/canonical-json.ts'
import type { Reader } from '#db/database.ts'

/**
 * Inserts rows as they were read, by one statement that runs for each row. JSON is written in its canonical form,
 * wherever it came from.
 */
export async function insertIntoSqlite(
  db: Reader,
  table: SQLiteTable,
  rows: Record<string, unknown>[],
): Promise<void> {
  const columns = Object.entries(getTableColumns(table))
  const places = columns.map(([name]): [string, Placeholder | unknown] => [
    name,
    sql`${sql.placeholder(name)}`,
  ])
  const insert = db
    .insert(table)
    .values(Object.fromEntries(places) as never)
    .prepare()
  for (const row of rows) {
    const values = columns.map(([name, column]) => {
      const value = row[name] ?? null
      if (value === null) return [name, null]
      return [name, column.dataType === 'json' ? canonicalJson(value) : column.mapToDriverValue(value)]
    })
    await insert.execute(Object.fromEntries(values))
  }
}
