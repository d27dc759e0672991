import crypto from 'node:crypto'
import { type Placeholder, sql } from 'drizzle-orm'
import { engine } from './engine.ts'
import { type Reader, reader } from './open.ts'

type Preparable<Query> = { prepare: () => Query; toSQL: () => { sql: string } }

/**
 * A query that is built once for each database and then only given its values, because building costs more than
 * running. `build` puts `value('name')` in the place of a value.
 */
export function prepared<Query>(build: (db: Reader) => Preparable<Query>): () => Query {
  const built = new WeakMap<Reader, Query>()
  return () => {
    const db = reader()
    let query = built.get(db)
    if (!query) {
      query = prepare(build(db))
      built.set(db, query)
    }
    return query
  }
}

/*
 * PostgreSQL keeps prepared statements by name; SQLite's builder ignores it. Several copies of this module share the
 * connections, so the name is a hash of the statement.
 */
function prepare<Query>(query: Preparable<Query>): Query {
  const { sql: text } = query.toSQL()
  const name = crypto.createHash('sha256').update(text).digest('base64url').slice(0, 22)
  return (query as unknown as { prepare: (name: string) => Query }).prepare(`press_${name}`)
}

/** The place of a value in a prepared query. */
export function value<Name extends string>(name: Name): Placeholder<Name> {
  return sql.placeholder(name)
}

/** A time as a prepared query takes it: milliseconds on SQLite. */
export function instantValue(at: Date): number | Date {
  return engine === 'sqlite' ? at.getTime() : at
}

/**
 * The same for a query about a list of ids. One query is built for each length, in steps, and ids are repeated to fill
 * a step. `build` is given the placeholders for `inArray`.
 */
export function preparedForIds<Query extends { execute: (values: Record<string, unknown>) => unknown }>(
  build: (db: Reader, ids: Placeholder[]) => Preparable<Query>,
) {
  const byLength = new Map<number, () => Query>()
  return (
    ids: readonly (number | string)[],
    values: Record<string, unknown> = {},
  ): ReturnType<Query['execute']> => {
    const length = Math.ceil(ids.length / STEP) * STEP
    let query = byLength.get(length)
    if (!query) {
      const places = Array.from({ length }, (_, index) => value(`id${index}`))
      query = prepared(db => build(db, places))
      byLength.set(length, query)
    }
    const given = Object.fromEntries(
      Array.from({ length }, (_, index) => [`id${index}`, ids[Math.min(index, ids.length - 1)]]),
    )
    return query().execute({ ...values, ...given }) as ReturnType<Query['execute']>
  }
}

const STEP = 8
