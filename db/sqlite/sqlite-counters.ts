import { sql } from 'drizzle-orm'
import { getTableConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Reader } from '#db/database.ts'
import { tablesOf } from '#db/schema/tables.ts'

/** By table, the last number that was given, for tables that never reuse one. */
export function sqliteCounters(db: Reader): Map<string, number> {
  const rows = db.all<{ name: string; seq: number }>(sql`SELECT name, seq FROM sqlite_sequence`)
  return new Map(rows.map(({ name, seq }) => [name, seq]))
}

/** Continues the numbering of each table after these numbers, and after those of the rows that were brought along. */
export function continueNumberingInSqlite(db: Reader, counters: ReadonlyMap<string, number>): void {
  const known = sqliteCounters(db)
  for (const table of Object.values(tablesOf.sqlite)) {
    const { name, columns } = getTableConfig(table as SQLiteTable)
    const last = counters.get(name) ?? 0
    if (last <= (known.get(name) ?? 0) || !columns.some(isNeverGivenAgain)) continue
    if (known.has(name)) db.run(sql`UPDATE sqlite_sequence SET seq = ${last} WHERE name = ${name}`)
    else db.run(sql`INSERT INTO sqlite_sequence (name, seq) VALUES (${name}, ${last})`)
  }
}

const isNeverGivenAgain = (column: object) => 'autoIncrement' in column && column.autoIncrement === true
