import { sql } from 'drizzle-orm'
import { getTableConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Reader } from '#db/database.ts'
import { tablesOf } from '#db/schema/tables.ts'

/** Table → the last number that was given in it, for those whose numbers never come again. */
export function sqliteCounters(db: Reader): Map<string, number> {
  const rows = db.all<{ name: string; seq: number }>(sql`SELECT name, seq FROM sqlite_sequence`)
  return new Map(rows.map(({ name, seq }) => [name, seq]))
}

/** Has the next number of each table come after these, and after those that rows brought along. */
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
