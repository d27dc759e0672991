/* Completes the search index of a newsroom, queries it, and prints the times as JSON. */
import path from 'node:path'
import { openDatabase, sqliteDatabase } from '#db/open.ts'
import { skipDurability } from '#db/queries/writing/bulk-stories.ts'
import { rebuildIndex } from '#domain/discovery/search/indexing/rebuild-index.ts'
import { inventedQueries } from '#domain/discovery/search/invented-queries.testing.ts'
import { searchArticles } from '#domain/discovery/search/search-articles.ts'
import { suggest } from '#domain/discovery/search/suggest.ts'
import { beginnings, type Question, questions } from './questions.ts'

const STRANGE = Number(process.env.STRANGE ?? 10_000)

const [dir = '', count = '600'] = process.argv.slice(2)
const database = openDatabase(path.resolve(dir))
await database.ready
const begun = performance.now()
/* Without waiting for the disk, as when the newsroom was made: nobody would miss it after a power cut. */
if (database.engine === 'sqlite') skipDurability(sqliteDatabase().connection)
const indexed = await rebuildIndex()
const indexSeconds = (performance.now() - begun) / 1000

const searches: { words: number; ms: number; typed: string }[] = []
const queries = questions(Number(count))
for (const { locale, typed, words } of [...queries.slice(0, 60), ...queries]) {
  searches.push({ words, typed, ms: await timed(() => searchArticles({ locale, typed })) })
}
/* Queries that no person would type, but a program might. */
const strange: { typed: string; ms: number }[] = []
for (const typed of inventedQueries(STRANGE)) {
  const locale = strange.length % 2 ? 'en' : 'ar'
  strange.push({ typed: typed.slice(0, 80), ms: await timed(() => searchArticles({ locale, typed })) })
}

const suggestions: number[] = []
const typing: Question[] = beginnings(Number(count))
for (const { locale, typed } of [...typing.slice(0, 60), ...typing])
  suggestions.push(await timed(() => suggest(typed, locale)))

const warm = searches.slice(60)
process.stdout.write(
  JSON.stringify({
    indexed,
    indexSeconds,
    searches: [1, 2, 3].map(words => ({
      words,
      ms: warm.filter(search => search.words === words).map(search => search.ms),
    })),
    slowest: warm.sort((one, other) => other.ms - one.ms).slice(0, 8),
    suggestions: suggestions.slice(60),
    strangeCount: STRANGE,
    strange: strange.sort((one, other) => other.ms - one.ms).slice(0, 8),
  }),
)
await database.close()

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}
