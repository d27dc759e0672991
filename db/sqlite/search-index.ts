/*
 * SQLite's index of words: an FTS5 table that keeps no text of its own. It is given words that are folded already, so
 * the tokenizer has nothing to do but part them at the spaces.
 */
import { type SQL, sql } from 'drizzle-orm'
import { reader } from '../open'
import type { IndexedArticle, SearchExpression, SearchIndex, Wanted } from '../search-shapes'
import type { Tx } from '../write'

export const sqliteSearchIndex: SearchIndex = {
  put: (tx, article) =>
    run(
      tx,
      sql`INSERT INTO search_index (rowid, exact, others)
          VALUES (${article.place}, ${inOrder(article.exact)}, ${othersOf(article).join(' ')})`,
    ),

  remove: (tx, place) => run(tx, sql`DELETE FROM search_index WHERE rowid = ${place}`),

  clear: tx => run(tx, sql`INSERT INTO search_index (search_index) VALUES ('delete-all')`),

  find: async ({ from = LOWEST, to = HIGHEST, ...wishes }, limit) => {
    const rows = await (reader() as unknown as Asked).all(
      sql`SELECT rowid AS place FROM search_index
          WHERE search_index MATCH ${matchOf(wishes)} AND rowid >= ${from} AND rowid < ${to}
          ORDER BY rowid DESC LIMIT ${limit}`,
    )
    return rows.map(row => row.place)
  },
}

const LOWEST = Number.MIN_SAFE_INTEGER
const HIGHEST = Number.MAX_SAFE_INTEGER

type Asked = { all: (statement: SQL) => Promise<{ place: number }[]> }

async function run(tx: Tx, statement: SQL): Promise<void> {
  await (tx as unknown as { run: (statement: SQL) => Promise<unknown> }).run(statement)
}

/* A sign that nobody can ask for keeps a phrase from reaching from one text into the next. */
const BREAK = '@'

function inOrder(exact: IndexedArticle['exact']): string {
  return exact.map(word => word ?? BREAK).join(' ')
}

/* A stem that stands there as a word already is found as that word. */
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
