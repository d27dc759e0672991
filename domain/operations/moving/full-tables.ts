import { countRows, type RowSource } from '#db/moving/table-rows.ts'
import { type TableName, tableOrder } from '#db/schema/table-order.ts'

/** The tables that are not empty, with their number of rows. */
export async function fullTables(source: RowSource): Promise<{ name: TableName; rows: number }[]> {
  const tables: { name: TableName; rows: number }[] = []
  for (const name of tableOrder) tables.push({ name, rows: await countRows(source, name) })
  return tables.filter(({ rows }) => rows > 0)
}
