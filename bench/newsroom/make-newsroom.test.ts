import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { getTableConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { canonicalJson } from '#body/canonical-json.ts'
import { parseBody } from '#body/parse-body.ts'
import { type Database, openDatabase, reader } from '#db/open.ts'
import { articleAnswer } from '#db/queries/article.ts'
import { frontPage } from '#db/queries/front.ts'
import { latestHeadlines } from '#db/queries/headlines.ts'
import * as schema from '#db/schema/tables.ts'
import { type Tx, write } from '#db/write.ts'
import { systemActor } from '#domain/editorial/accounts/actor.ts'
import { correctIn } from '#domain/editorial/publishing/correct.ts'
import { createArticleIn } from '#domain/editorial/publishing/create-article.ts'
import { createStoryIn } from '#domain/editorial/publishing/create-story.ts'
import { publishIn } from '#domain/editorial/publishing/publish.ts'
import { reviseIn } from '#domain/editorial/publishing/revise.ts'
import { localeList } from '#i18n/locales.ts'
import { writeCatalogue } from './catalogue.ts'
import { type InventedArticle, type InventedStory, inventStory } from './invent-story.ts'
import { makeNewsroom } from './make-newsroom.ts'
import { ACTOR } from './story-rows.ts'

const now = new Date('2026-02-22T12:00:00Z')
const COUNT = 90
const drawings = { pictures: 3, portraits: 2 }
const desk = systemActor(ACTOR)
const tables = [
  schema.stories,
  schema.storyTopics,
  schema.articles,
  schema.articleAuthors,
  schema.revisions,
  schema.auditLog,
  schema.listings,
  schema.contentChanges,
  schema.corrections,
]

let folder: string
let database: Database | undefined

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'press-bench-newsroom-'))
})

afterEach(() => {
  database?.close()
  fs.rmSync(folder, { recursive: true, force: true })
})

describe('a made-up newsroom', { timeout: 60_000 }, () => {
  it('holds the very rows that the verbs would have written', async () => {
    await makeNewsroom({ count: COUNT, dataDir: path.join(folder, 'bulk'), now, drawings })
    const bulk = await everything()
    await makeWithVerbs(path.join(folder, 'verbs'))
    const verbs = await everything()
    for (const [name, rows] of Object.entries(verbs)) expect(bulk[name], name).toEqual(rows)
    expect(bulk.articles).toHaveLength(2 * COUNT)
    expect(bulk.corrections?.length).toBeGreaterThan(0)
    expect(bulk.revisions?.length).toBeGreaterThan(2 * COUNT)
  })

  it('is one that readers can read, the newest of it from the last day', async () => {
    await makeNewsroom({ count: COUNT, dataDir: folder, now, drawings })
    database = openDatabase(folder)
    for (const locale of localeList) {
      const front = await frontPage(locale, now)
      expect(front.lead?.publishedAt.getTime()).toBeGreaterThan(now.getTime() - 86_400_000)
      expect(front.bands.length).toBeGreaterThan(3)
      const newest = await latestHeadlines(locale, 3 * COUNT, now)
      expect(newest).toHaveLength(COUNT)
      for (const { storyId, headline } of newest) {
        const { length } = headline.split(' ')
        expect(length).toBeGreaterThanOrEqual(6)
        expect(length).toBeLessThanOrEqual(14)
        const answer = await articleAnswer(locale, storyId, now)
        if (answer.state !== 'published') throw new Error(`Story ${storyId} is ${answer.state}`)
        expect(canonicalJson(parseBody(answer.article.body))).toBe(JSON.stringify(answer.article.body))
        expect(answer.article.translation).not.toBeNull()
      }
    }
  })
})

async function everything(): Promise<Record<string, unknown[]>> {
  const rows: Record<string, unknown[]> = {}
  for (const table of tables) rows[nameOf(table)] = sorted(await reader().select().from(table))
  openDatabase().close()
  return rows
}

const nameOf = (table: SQLiteTable) => getTableConfig(table).name
/* Tables without an id have no defined order. */
const sorted = (rows: object[]) =>
  rows[0] && ('id' in rows[0] || 'version' in rows[0])
    ? rows
    : rows.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))

async function makeWithVerbs(dataDir: string): Promise<void> {
  openDatabase(dataDir)
  const catalogue = await writeCatalogue(dataDir, now, drawings)
  await write(async tx => {
    for (let id = 1; id <= COUNT; id++) {
      const story = inventStory(id, COUNT, catalogue, now)
      const { articles, createdAt, ...shared } = story
      await createStoryIn(tx, desk, { ...shared, pictureTexts: {}, now: createdAt })
      for (const article of articles) await tell(tx, story, article)
    }
  })
}

async function tell(tx: Tx, story: InventedStory, article: InventedArticle): Promise<void> {
  const { locale, draft, authorIds, createdAt, revised, publishedAt, correction } = article
  const begun = { ...draft, storyId: story.id, locale, authorIds, now: createdAt }
  let stored = await createArticleIn(tx, desk, begun)
  const target = () => ({ articleId: stored.id, revision: stored.revision })
  if (revised)
    stored = await reviseIn(tx, desk, { ...target(), ...revised.draft, authorIds, now: revised.at })
  stored = await publishIn(tx, desk, { ...target(), publishedAt, now: publishedAt })
  if (correction) await correctIn(tx, desk, { ...target(), ...correction, now: correction.at })
}
