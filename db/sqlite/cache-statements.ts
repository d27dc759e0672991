import type BetterSqlite3 from 'better-sqlite3'
import { LRUCache } from 'lru-cache'

/* More than the program has; lists of different lengths make many of one. */
const MAX_STATEMENTS = 1000

/**
 * Makes a connection prepare each statement once. The query builder asks for a new one at every use, which cost a
 * tenth of what a page costs.
 */
export function cacheStatements(connection: BetterSqlite3.Database): void {
  const statements = new LRUCache<string, BetterSqlite3.Statement>({ max: MAX_STATEMENTS })
  const prepare = connection.prepare.bind(connection)
  const cached = (source: string): BetterSqlite3.Statement => {
    const known = statements.get(source)
    /* Whoever used it before may have asked for bare rows. */
    if (known) return known.reader ? known.raw(false) : known
    const statement = prepare(source)
    statements.set(source, statement)
    return statement
  }
  connection.prepare = cached as typeof connection.prepare
}
