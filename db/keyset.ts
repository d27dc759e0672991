import { type Column, type SQL, sql } from 'drizzle-orm'

/**
 * Reads all rows in batches, each from where the last one ended: the thousandth batch costs no more than the first, and
 * rows that are written meanwhile move none. `read` is given the last row of the batch before, or undefined, and
 * returns at most `atOnce` rows after it in the order of a key.
 */
export async function* keyset<Row>(
  atOnce: number,
  read: (last: Row | undefined) => PromiseLike<Row[]>,
): AsyncGenerator<Row[]> {
  let last: Row | undefined
  for (;;) {
    const rows = await read(last)
    if (rows.length > 0) yield rows
    if (rows.length < atOnce) return
    last = rows.at(-1)
  }
}

/** The condition for rows after these values, in the order of a key of one or more columns. */
export function after(key: readonly Column[], values: readonly unknown[]): SQL {
  const columns = sql.join([...key], sql`, `)
  const params = key.map((column, index) => sql.param(values[index], column))
  return sql`(${columns}) > (${sql.join(params, sql`, `)})`
}
