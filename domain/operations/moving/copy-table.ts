import type { Database, Reader } from '#db/database.ts'
import { reasonOf } from '#db/errors.ts'
import { insertRows, type RowSource, readRows, type StoredRow } from '#db/moving/table-rows.ts'
import type { TableName } from '#db/schema/table-order.ts'
import { ExpectedError } from '#errors/expected-error.ts'

/** Where rows are put: each time in a transaction of its own, or all of them in one that is open. */
export type RowTarget = Pick<Database, 'engine'> & {
  transact: (work: (db: Reader) => Promise<void>) => Promise<void>
}

/**
 * Copies a table, or its rows after one, and tells of the rows that were written.
 * @throws ExpectedError `move.rowsRefused` when the target refuses rows
 */
export async function copyTable(options: {
  from: RowSource
  to: RowTarget
  name: TableName
  after?: StoredRow
  onRows: (rows: StoredRow[]) => void
  signal?: AbortSignal
}): Promise<void> {
  const { from, to, name, after, onRows, signal } = options
  let done = 0
  for await (const rows of readRows(from, name, after)) {
    signal?.throwIfAborted()
    await to
      .transact(db => insertRows(db, to.engine, name, rows))
      .catch(error => {
        /* The builder's own message holds all the rows. */
        const place = { first: done + 1, last: done + rows.length, table: name }
        throw new ExpectedError('move.rowsRefused', { ...place, reason: reasonOf(error) }, { cause: error })
      })
    done += rows.length
    onRows(rows)
  }
}
