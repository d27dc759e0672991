import crypto from 'node:crypto'
import { canonicalJson } from '../../db/canonical-json'
import type { Database } from '../../db/database'
import { readRows } from '../../db/moving/table-rows'
import type { TableName } from '../../db/schema/table-order'

const ROWS_AT_ONCE = 1000

/** What a table holds, or its first rows, in 64 letters: the same in both engines when the rows are the same. */
export async function tableHash(
  database: Database,
  name: TableName,
  { first = Number.POSITIVE_INFINITY, onRows = (_rows: number) => {} } = {},
): Promise<string> {
  const hash = crypto.createHash('sha256')
  for (let from = 0; from < first; from += ROWS_AT_ONCE) {
    const rows = await readRows(database, name, from, Math.min(ROWS_AT_ONCE, first - from))
    for (const row of rows) hash.update(`${canonicalJson(plain(row))}\n`)
    onRows(rows.length)
    if (rows.length < ROWS_AT_ONCE) break
  }
  return hash.digest('hex')
}

function plain(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, value instanceof Date ? value.toISOString() : value]),
  )
}
