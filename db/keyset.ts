import { type Column, type SQL, sql } from 'drizzle-orm'

/**
 * Reads everything, some rows at a time, each time from where the last ended: the thousandth of them costs no more than
 * the first, and what is written meanwhile moves none. `read` is given the last row of those before, nothing at first,
 * and gives those after it in the order of a key, `atOnce` at most.
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

/** The rows after the one that has these values, in the order of a key of one column or of several. */
export function after(key: readonly Column[], values: readonly unknown[]): SQL {
  const columns = sql.join([...key], sql`, `)
  const params = key.map((column, index) => sql.param(values[index], column))
  return sql`(${columns}) > (${sql.join(params, sql`, `)})`
}
