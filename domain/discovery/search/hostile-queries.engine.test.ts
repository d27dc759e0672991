import { beforeAll, expect, it } from 'vitest'
import { aNewsroom } from '#testing/newsroom.testing.ts'
import { anArticle, aStory } from '#testing/stories.testing.ts'
import { inventedQueries } from './invented-queries.testing.ts'
import { searchArticles } from './search-articles.ts'
import { suggest } from './suggest.ts'

const COUNT = process.env.E2E_LONG === '1' ? 10_000 : 1_000
const NOW = new Date('2026-03-01T12:00:00Z')

aNewsroom('once')

beforeAll(async () => {
  const storyId = await aStory({ now: NOW })
  for (const [locale, headline] of [
    ['en', 'School by the harbour: the tram'],
    ['ar', 'مدرسة الحكومة في ٢٠٢٦'],
  ] as const) {
    await anArticle({ storyId, locale, headline, status: 'published', now: NOW })
  }
})

it(`answers ${COUNT} queries that nobody would type`, { timeout: 900_000 }, async () => {
  const kinds = new Set<string>()
  let asked = 0
  for (const typed of inventedQueries(COUNT)) {
    const locale = asked++ % 2 ? 'en' : 'ar'
    const answer = await searchArticles({ locale, typed })
    kinds.add(answer.kind === 'answered' ? `found ${answer.total.count}` : answer.why)
    await suggest(typed, locale)
  }
  expect([...kinds].sort()).toEqual(['empty', 'found 0', 'found 1', 'onlyExcluded', 'tooShort', 'wordless'])
})
