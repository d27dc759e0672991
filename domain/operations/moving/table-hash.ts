import crypto from 'node:crypto'
import { canonicalJson } from '#body/canonical-json.ts'
import { type RowSource, readRows, type StoredRow } from '#db/moving/table-rows.ts'
import type { TableName } from '#db/schema/table-order.ts'

/** A hash of rows, 64 hexadecimal digits. It is equal on both engines when the rows and their order are equal. */
export class RowsHash {
  private readonly hash = crypto.createHash('sha256')

  add(rows: readonly StoredRow[]): void {
    for (const row of rows) this.hash.update(`${canonicalJson(row)}\n`)
  }

  digest(): string {
    return this.hash.digest('hex')
  }
}

/** The hash of a table, or of its first rows. */
export async function tableHash(
  source: RowSource,
  name: TableName,
  { first = Number.POSITIVE_INFINITY, onRows = (_rows: number) => {} } = {},
): Promise<string> {
  const hash = new RowsHash()
  let left = first
  if (left === 0) return hash.digest()
  for await (const rows of readRows(source, name)) {
    hash.add(rows.slice(0, left))
    left -= rows.length
    onRows(rows.length)
    if (left <= 0) break
  }
  return hash.digest()
}
