import type { Database, Reader } from '#db/database.ts'
import { reasonOf } from '#db/errors.ts'
import { insertRows, type RowSource, readRows, type StoredRow } from '#db/moving/table-rows.ts'
import type { TableName } from '#db/schema/table-order.ts'
import { ExpectedError } from '#errors/expected-error.ts'

/** The target of rows: each batch in its own transaction, or all in one that is open. */
export type RowTarget = Pick<Database, 'engine'> & {
  transact: (work: (db: Reader) => Promise<void>) => Promise<void>
}

/**
 * Copies a table, or its rows after a given one, and reports the rows that were written.
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
        /* The query builder's own message has all the rows. */
        const place = { first: done + 1, last: done + rows.length, table: name }
        throw new ExpectedError('move.rowsRefused', { ...place, reason: reasonOf(error) }, { cause: error })
      })
    done += rows.length
    onRows(rows)
  }
}
