/*
 * SQLite's full-text index: an FTS5 table for each language that keeps no text of its own. Its words are already
 * folded, so the tokenizer only splits them at spaces. The id of a row is its negative place: FTS5 reads ascending ids
 * in less than two thirds of the time of descending ones, and queries want the newest first.
 */
import { type SQL, sql } from 'drizzle-orm'
import { reader } from '#db/open.ts'
import type { IndexedArticle, SearchExpression, SearchIndex, Wanted } from '#db/search-shapes.ts'
import type { Tx } from '#db/write.ts'
import type { Locale } from '#i18n/locales.ts'

const tables = {
  ar: sql.identifier('search_index_ar'),
  en: sql.identifier('search_index_en'),
} as const satisfies Record<Locale, unknown>

export const sqliteSearchIndex: SearchIndex = {
  put: (tx, locale, articles) => {
    const rows = articles.map(
      article => sql`(${-article.place}, ${inOrder(article.exact)}, ${othersOf(article).join(' ')})`,
    )
    return run(
      tx,
      sql`INSERT INTO ${tables[locale]} (rowid, exact, others) VALUES ${sql.join(rows, sql`, `)}`,
    )
  },

  remove: (tx, locale, places) => {
    const rows = places.map(place => sql`${-place}`)
    return run(tx, sql`DELETE FROM ${tables[locale]} WHERE rowid IN (${sql.join(rows, sql`, `)})`)
  },

  clear: async tx => {
    for (const table of Object.values(tables))
      await run(tx, sql`INSERT INTO ${table} (${table}) VALUES ('delete-all')`)
  },

  gather: async (tx, locale, isBegun) => {
    const before = await changes(tx)
    const pages = isBegun ? MERGED_PAGES : -MERGED_PAGES
    await run(tx, sql`INSERT INTO ${tables[locale]} (${tables[locale]}, rank) VALUES ('merge', ${pages})`)
    /* The command itself counts as a change. */
    return (await changes(tx)) - before > 1
  },

  find: async (locale, { from = LOWEST, to = HIGHEST, ...wishes }, limit) => {
    const table = tables[locale]
    const rows = await (reader() as unknown as Executor).all(
      sql`SELECT -rowid AS place FROM ${table}
          WHERE ${table} MATCH ${matchOf(wishes)} AND rowid > ${-to} AND rowid <= ${-from}
          ORDER BY rowid LIMIT ${limit}`,
    )
    return rows.map(row => row.place)
  },
}

/*
 * Some 20 ms of work, as long as a publication may wait. A negative number begins a merge of the whole index
 * (sqlite.org/fts5.html).
 */
const MERGED_PAGES = 250

const LOWEST = Number.MIN_SAFE_INTEGER
const HIGHEST = Number.MAX_SAFE_INTEGER

type Executor = { all: <Row = { place: number }>(statement: SQL) => Promise<Row[]> }

async function changes(tx: Tx): Promise<number> {
  const [row] = await (tx as unknown as Executor).all<{ changes: number }>(
    sql`SELECT total_changes() AS changes`,
  )
  return row?.changes ?? 0
}

async function run(tx: Tx, statement: SQL): Promise<void> {
  await (tx as unknown as { run: (statement: SQL) => Promise<unknown> }).run(statement)
}

/* No query can contain this sign, so a phrase cannot match across two texts. */
const BREAK = '@'

function inOrder(exact: IndexedArticle['exact']): string {
  return exact.map(word => word ?? BREAK).join(' ')
}

/* A stem that is also a word of the text is found as that word. */
function othersOf({ exact, others }: IndexedArticle): string[] {
  const there = new Set(exact)
  return others.filter(other => !there.has(other))
}

function matchOf({ all, not = [] }: SearchExpression): string {
  const wanted = all.map(anyOf).join(' AND ')
  return not.length > 0 ? `(${wanted}) NOT ${anyOf(not)}` : wanted
}

function anyOf(group: Wanted[]): string {
  return `(${group.map(quoted).join(' OR ')})`
}

function quoted(wanted: Wanted): string {
  const words = typeof wanted === 'string' ? wanted : wanted.join(' ')
  return `"${words.replaceAll('"', '""')}"`
}
