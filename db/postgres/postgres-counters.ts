import { type SQL, sql } from 'drizzle-orm'
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core'
import type { Reader } from '#db/database.ts'
import { tablesOf } from '#db/schema/tables.ts'

/** By table, the last number that the server has given. */
export async function postgresCounters(db: Reader): Promise<Map<string, number>> {
  const counters = new Map<string, number>()
  for (const { name, column } of numbered()) {
    const [row] = await ask(
      db,
      sql`SELECT pg_sequence_last_value(pg_get_serial_sequence(${name}, ${column})::regclass)::integer AS last`,
    )
    counters.set(name, Number(row?.last ?? 0))
  }
  return counters
}

/** Continues the numbering of each table after these numbers, and after those of the rows that were brought along. */
export async function continueNumberingInPostgres(
  db: Reader,
  counters: ReadonlyMap<string, number>,
): Promise<void> {
  for (const { name, column } of numbered()) {
    const last = sql`greatest((SELECT max(${sql.identifier(column)}) FROM ${sql.identifier(name)}), ${counters.get(name) ?? 0}::integer)`
    await ask(
      db,
      sql`SELECT setval(pg_get_serial_sequence(${name}, ${column}), greatest(${last}, 1), ${last} > 0)`,
    )
  }
}

function numbered(): { name: string; column: string }[] {
  return Object.values(tablesOf.postgres).flatMap(table => {
    const { name, columns } = getTableConfig(table as PgTable)
    const column = columns.find(each => each.generatedIdentity)
    return column ? [{ name, column: column.name }] : []
  })
}

/* The query builder does not know sequences. */
async function ask(db: Reader, statement: SQL): Promise<Record<string, unknown>[]> {
  const executor = db as unknown as {
    execute: (statement: SQL) => Promise<{ rows: Record<string, unknown>[] }>
  }
  return (await executor.execute(statement)).rows
}
