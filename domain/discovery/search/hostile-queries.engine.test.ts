import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  type ExampleNewsroom,
  exampleDesk,
  openExampleNewsroom,
} from '#domain/editorial/publishing/example-newsroom.testing.ts'
import { publish } from '#domain/editorial/publishing/publish.ts'
import { inventedQueries } from './invented-queries.testing.ts'
import { searchArticles } from './search-articles.ts'
import { suggest } from './suggest.ts'

const COUNT = process.env.E2E_LONG === '1' ? 10_000 : 1_000
const NOW = new Date('2026-03-01T12:00:00Z')

let newsroom: ExampleNewsroom

beforeAll(async () => {
  newsroom = await openExampleNewsroom(NOW)
  for (const [locale, headline] of [
    ['en', 'School by the harbour: the tram'],
    ['ar', 'مدرسة الحكومة في ٢٠٢٦'],
  ] as const) {
    const { id, revision } = await newsroom.draft(locale, headline)
    await publish(exampleDesk, { articleId: id, revision, now: NOW })
  }
})

afterAll(() => newsroom.close())

it(`answers ${COUNT} queries that nobody would type`, { timeout: 900_000 }, async () => {
  const kinds = new Set<string>()
  let asked = 0
  for (const typed of inventedQueries(COUNT)) {
    const locale = asked++ % 2 ? 'en' : 'ar'
    const answer = await searchArticles({ locale, typed })
    kinds.add(answer.kind === 'answered' ? `found ${answer.total.count}` : answer.why)
    await suggest(typed, locale)
  }
  expect([...kinds].sort()).toEqual(['empty', 'found 0', 'found 1', 'tooShort', 'wordless'])
})
