import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase } from '#db/open.ts'
import { factOf } from '#db/queries/facts.ts'
import { originsOf } from '#db/queries/origins.ts'
import { NEWSROOM_FACT } from '#domain/transfer/seeding/database-state.ts'
import { seedFolder } from '#domain/transfer/seeding/seed-folder.ts'
import { type JudgedSearch, judgedSearches } from './judged-searches.testing.ts'
import { searchArticles } from './search-articles.ts'

const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'press-judged-'))
const found: (JudgedSearch & { firsts: string[] })[] = []

beforeAll(async () => {
  await seedFolder({ dir: 'demo', dataDir, demo: true })
  const { reader } = openDatabase()
  const stories = await originsOf(reader, `seed:${await factOf(reader, NEWSROOM_FACT)}`, 'story')
  const keys = new Map([...stories].map(([key, { refId }]) => [refId, key]))
  for (const judged of judgedSearches) {
    const answer = await searchArticles(judged)
    const finds = answer.kind === 'answered' ? answer.finds.slice(0, 3) : []
    found.push({ ...judged, firsts: finds.map(({ story }) => keys.get(story.storyId) ?? '?') })
  }
}, 240_000)

afterAll(async () => {
  await openDatabase().close()
  fs.rmSync(dataDir, { recursive: true })
})

it('has the expected story among the first three for nine searches of ten', () => {
  const misses = found.filter(({ firsts, story }) => !firsts.includes(story))
  const report = misses.map(
    ({ locale, typed, story, firsts }) => `${typed} (${locale}): ${story}, not ${firsts}`,
  )
  expect(judgedSearches.length).toBeGreaterThanOrEqual(60)
  expect(misses.length / found.length, report.join('\n')).toBeLessThanOrEqual(0.1)
})

/* The file is the same for both engines. After a change of the ranking, write it again with `vitest -u`. */
it('has the same first three on both engines', async () => {
  const lines = found.map(({ locale, typed, firsts }) => `${locale} ${typed} → ${firsts.join(', ')}`)
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('judged-first-three.txt')
})
