/*
 * PostgreSQL's index of words: a `tsvector` behind a GIN index, in a table for each language. The vector is put together here, out of words that are
 * folded already, as the configuration `simple` would leave them, so no parser of the server's has a say.
 */
import { type SQL, sql } from 'drizzle-orm'
import type { Locale } from '../../i18n/locales'
import { reader } from '../open'
import type { IndexedArticle, SearchExpression, SearchIndex, Wanted } from '../search-shapes'

const tables = {
  ar: sql.identifier('search_index_ar'),
  en: sql.identifier('search_index_en'),
} as const satisfies Record<Locale, unknown>

export const postgresSearchIndex: SearchIndex = {
  put: async (tx, locale, articles) => {
    const rows = articles.map(article => sql`(${article.place}::bigint, ${vectorOf(article)}::tsvector)`)
    await execute(tx, sql`INSERT INTO ${tables[locale]} (place, words) VALUES ${sql.join(rows, sql`, `)}`)
  },

  remove: async (tx, locale, places) => {
    const rows = places.map(place => sql`${place}::bigint`)
    await execute(tx, sql`DELETE FROM ${tables[locale]} WHERE place IN (${sql.join(rows, sql`, `)})`)
  },

  clear: async tx => {
    for (const table of Object.values(tables)) await execute(tx, sql`DELETE FROM ${table}`)
  },

  /* The server does that by itself. */
  gather: async () => false,

  find: async (locale, { from, to, ...wishes }, limit) => {
    const since = from === undefined ? sql`` : sql` AND place >= ${from}`
    const until = to === undefined ? sql`` : sql` AND place < ${to}`
    const { rows } = await execute<{ place: string }>(
      reader(),
      sql`SELECT place FROM ${tables[locale]} WHERE words @@ ${queryOf(wishes)}::tsquery${since}${until}
          ORDER BY place DESC LIMIT ${limit}`,
    )
    return rows.map(row => Number(row.place))
  },
}

async function execute<Row>(db: unknown, statement: SQL): Promise<{ rows: Row[] }> {
  return (db as { execute: (statement: SQL) => Promise<{ rows: Row[] }> }).execute(statement)
}

/* What a tsvector can count, and how often one word is counted in it. */
const LAST_POSITION = 16_383
const MOST_POSITIONS = 255

function vectorOf({ exact, others }: IndexedArticle): string {
  const positions = new Map<string, number[]>(others.map(other => [other, []]))
  for (const [index, word] of exact.entries()) {
    if (word === null) continue
    const list = positions.get(word) ?? []
    if (list.length < MOST_POSITIONS && index < LAST_POSITION) list.push(index + 1)
    positions.set(word, list)
  }
  return [...positions]
    .map(([word, list]) => (list.length > 0 ? `${lexeme(word)}:${list}` : lexeme(word)))
    .join(' ')
}

function queryOf({ all, not = [] }: SearchExpression): string {
  return [...all.map(anyOf), ...(not.length > 0 ? [`!${anyOf(not)}`] : [])].join(' & ')
}

function anyOf(group: Wanted[]): string {
  return `(${group.map(wanted => [wanted].flat().map(lexeme).join(' <-> ')).join(' | ')})`
}

function lexeme(word: string): string {
  return `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
}
