import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase } from '../../db/open'
import { factOf } from '../../db/queries/facts'
import { originsOf } from '../../db/queries/origins'
import { seedFolder } from '../seeding/seed-folder'
import { NEWSROOM_FACT } from '../seeding/standing'
import { judgedSearches } from './judged-searches'
import { searchArticles } from './search-articles'

const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'press-judged-'))

beforeAll(async () => {
  await seedFolder({ dir: 'demo', dataDir, demo: true })
}, 120_000)

afterAll(async () => {
  await openDatabase().close()
  fs.rmSync(dataDir, { recursive: true })
})

it('has the expected story among the first three for nine searches of ten', async () => {
  const { reader } = openDatabase()
  const stories = await originsOf(reader, `seed:${await factOf(reader, NEWSROOM_FACT)}`, 'story')
  const misses: string[] = []
  for (const { locale, typed, story } of judgedSearches) {
    const answer = await searchArticles({ locale, typed })
    const found = answer.kind === 'answered' ? answer.finds.map(find => find.story.storyId) : []
    const rank = found.indexOf(stories.get(story)?.refId ?? 0) + 1
    if (rank < 1 || rank > 3) misses.push(`${typed} (${locale}): ${story} is at ${rank || 'no'} place`)
  }
  expect(judgedSearches.length).toBeGreaterThanOrEqual(60)
  expect(misses.length / judgedSearches.length, misses.join('\n')).toBeLessThanOrEqual(0.1)
})
