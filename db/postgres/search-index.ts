/*
 * PostgreSQL's full-text index: a `tsvector` behind a GIN index, in a table for each language. The vectors are built
 * here from words that are already folded, as the configuration `simple` would leave them, so no parser of the server
 * is involved.
 *
 * GIN alone has to answer a query: the vectors are stored out of line and compressed, and reading them takes seconds.
 * So the table keeps no statistics of them, by which the planner would walk through the newest rows instead; functions
 * of the database run the query where it may not read the whole table and no other index helps (migration 0004); and
 * adjacent words are a token of their own.
 */
import { type SQL, sql } from 'drizzle-orm'
import { reader } from '#db/open.ts'
import type { IndexedArticle, SearchExpression, SearchIndex, Wanted } from '#db/search-shapes.ts'
import type { Locale } from '#i18n/locales.ts'

const tables = {
  ar: sql.identifier('search_index_ar'),
  en: sql.identifier('search_index_en'),
} as const satisfies Record<Locale, unknown>

/* Functions that find places, newest first (migration 0004). */
const places = {
  ar: sql.identifier('search_places_ar'),
  en: sql.identifier('search_places_en'),
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

  /* New entries wait in a pending list that every query scans. */
  gather: async (tx, locale) => {
    await execute(tx, sql`SELECT gin_clean_pending_list(${`search_index_${locale}_words`}::regclass)`)
    return false
  },

  find: async (locale, { from = LOWEST, to = HIGHEST, ...wishes }, limit) => {
    const { rows } = await execute<{ place: string }>(
      reader(),
      sql`SELECT place FROM ${places[locale]}(${queryOf(wishes)}::tsquery, ${from}, ${to}, ${limit}) AS place`,
    )
    return rows.map(row => Number(row.place))
  },
}

const LOWEST = Number.MIN_SAFE_INTEGER
const HIGHEST = Number.MAX_SAFE_INTEGER

async function execute<Row>(db: unknown, statement: SQL): Promise<{ rows: Row[] }> {
  return (db as { execute: (statement: SQL) => Promise<{ rows: Row[] }> }).execute(statement)
}

/* Limits of a tsvector: its highest position, and the positions of one word. */
const LAST_POSITION = 16_383
const MOST_POSITIONS = 255

/* A vector may take one megabyte with its positions. No article in any language comes near. */
const MOST_BYTES = 900_000

function vectorOf({ exact, others }: IndexedArticle): string {
  const positions = new Map<string, number[]>(others.map(other => [other, []]))
  const pairs = new Set<string>()
  for (const [index, word] of exact.entries()) {
    if (word === null) continue
    const list = positions.get(word) ?? []
    if (list.length < MOST_POSITIONS && index < LAST_POSITION) list.push(index + 1)
    positions.set(word, list)
    const next = exact[index + 1]
    if (next) pairs.add(pairOf(word, next))
  }
  let bytes = 0
  const fits = (word: string) => {
    bytes += Buffer.byteLength(word)
    return bytes < MOST_BYTES
  }
  const words = [...positions]
    .filter(([word]) => fits(word))
    .map(([word, list]) => (list.length > 0 ? `${lexeme(word)}:${list}` : lexeme(word)))
  return [...words, ...[...pairs].filter(fits).map(lexeme)].join(' ')
}

/* No word of a text and no other token looks like this (domain/discovery/search/tokens.ts). */
function pairOf(one: string, next: string): string {
  return `@>${one} ${next}`
}

function queryOf({ all, not = [] }: SearchExpression): string {
  return [...all.map(anyOf), ...(not.length > 0 ? [`!${anyOf(not)}`] : [])].join(' & ')
}

function anyOf(group: Wanted[]): string {
  return `(${group.map(wanted => (typeof wanted === 'string' ? lexeme(wanted) : inOrder(wanted))).join(' | ')})`
}

/* Pairs of words nearly find a phrase; with three words or more, the positions have to be checked too. */
function inOrder(words: string[]): string {
  const pairs = words.slice(1).map((next, index) => lexeme(pairOf(words[index] ?? '', next)))
  if (pairs.length < 2) return pairs[0] ?? lexeme(words[0] ?? '')
  return `(${pairs.join(' & ')} & (${words.map(lexeme).join(' <-> ')}))`
}

function lexeme(word: string): string {
  return `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
}
