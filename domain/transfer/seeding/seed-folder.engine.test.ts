import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { eq, getTableName, is, ne } from 'drizzle-orm'
import { PgTable } from 'drizzle-orm/pg-core'
import { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { canonicalJson } from '#body/canonical-json.ts'
import { breakInserts } from '#db/break-inserts.testing.ts'
import { type Database, openDatabase, reader } from '#db/open.ts'
import { insertEdition } from '#db/queries/newsletter/editions.ts'
import { suppressionsAmong } from '#db/queries/newsletter/suppressions.ts'
import { findArticle } from '#db/queries/publishing.ts'
import * as tables from '#db/schema/tables.ts'
import { write } from '#db/write.ts'
import { currentHold, holdSendingIn } from '#domain/distribution/newsletter/holding.ts'
import { knownKeys, suppressionHashes } from '#domain/distribution/newsletter/keys/newsletter-keys.ts'
import { newsletterSettings } from '#domain/distribution/newsletter/settings/newsletter-settings.ts'
import { removeSubscriberIn } from '#domain/distribution/newsletter/subscribing/remove-subscriber.ts'
import { systemActor } from '#domain/editorial/accounts/actor.ts'
import { saveNewsletter } from '#domain/editorial/filing/save-newsletter.ts'
import { reviseIn } from '#domain/editorial/publishing/revise.ts'
import { aSubscriber } from '#testing/newsletter.testing.ts'
import { exampleFolder, writeFiles } from './example-folder.testing.ts'
import { seedFolder } from './seed-folder.ts'

const { articles, auditLog, corrections, listings, revisions, schedules, stories } = tables

let root: string
let dir: string
let dataDir: string
let database: Database

const NOW = new Date('2026-11-23T12:00:00Z')
const LATER = new Date('2026-11-25T09:00:00Z')

beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'press-seed-'))
  dir = path.join(root, 'folder')
  dataDir = path.join(root, 'data')
  writeFiles(dir, exampleFolder)
  database = openDatabase(dataDir)
})

afterEach(async () => {
  await database.close()
  fs.rmSync(root, { recursive: true, force: true })
})

const seed = (now = NOW, more = {}) => seedFolder({ dir, dataDir, now, ...more })
const rows = (statement: string) => database.rows(statement)

/** Every row of these tables, sorted, because the engines return them in different orders. */
async function everything(of: Record<string, object> = tables): Promise<Record<string, string[]>> {
  const kept: Record<string, string[]> = {}
  for (const table of Object.values(of).filter(each => is(each, SQLiteTable) || is(each, PgTable))) {
    const found = await reader()
      .select()
      .from(table as SQLiteTable)
    kept[getTableName(table as SQLiteTable)] = found.map(canonicalJson).sort()
  }
  return kept
}

async function article(headline: string) {
  const [found] = await reader().select().from(articles).where(eq(articles.headline, headline))
  if (!found) throw new Error(`There is no ${headline}`)
  return { ...found, body: canonicalJson(found.body) }
}

describe('the first seeding', () => {
  it('writes everything, with times counted from now', async () => {
    const report = await seed()
    expect(report.counts).toMatchObject({
      section: { new: 2 },
      author: { new: 2 },
      page: { new: 2 },
      story: { new: 2 },
      article: { new: 3 },
    })
    const english = await article('Harbours fill again')
    expect(english.publishedAt).toEqual(new Date('2026-11-23T10:00:00Z'))
    expect(english.updatedAt).toEqual(new Date('2026-11-23T11:30:00Z'))
    /* Two days before at 14:20 in Riyadh. */
    expect((await article('What bread costs')).publishedAt).toEqual(new Date('2026-11-21T11:20:00Z'))
    expect((await article('المرافئ تمتلئ من جديد')).updatedAt).toEqual(new Date('2026-11-23T11:00:00Z'))
  })

  it('keeps ids that are asked for and resolves links between stories', async () => {
    await seed()
    const arabic = await article('المرافئ تمتلئ من جديد')
    const bread = await article('What bread costs')
    expect(bread.storyId).toBe(40)
    expect(arabic.body).toContain('"/en/culture/40/what-bread-costs"')
    expect(articleHref(bread.body)).toBe(`/en/economy/${arabic.storyId}/harbours-fill-again`)
  })

  it('lists, curates and breaks news in the languages in which a story is told', async () => {
    await seed()
    expect(await rows('SELECT locale, place, position FROM front_places ORDER BY 1, 2, 3')).toEqual([
      { locale: 'ar', place: 'lead', position: 0 },
      { locale: 'ar', place: 'second', position: 0 },
      { locale: 'en', place: 'lead', position: 0 },
      { locale: 'en', place: 'second', position: 0 },
      { locale: 'en', place: 'second', position: 1 },
    ])
    expect(await rows('SELECT locale, text FROM breaking ORDER BY locale')).toEqual([
      { locale: 'ar', text: 'المرافئ تمتلئ من جديد' },
      { locale: 'en', text: 'Harbours fill again' },
    ])
    expect(await reader().$count(listings, eq(listings.kind, 'section'))).toBe(3)
  })

  it('keeps nothing when something fails on the way', async () => {
    const nothing = await everything()
    expect(Object.values(nothing).flat()).toEqual([])
    await breakInserts('pages', 'no pages today')
    await expect(seed()).rejects.toThrow()
    expect(await everything()).toEqual(nothing)
  })

  it('writes nothing in a dry run', async () => {
    const report = await seed(NOW, { dryRun: true })
    expect(report.counts.story.new).toBe(2)
    expect(await rows('SELECT * FROM stories')).toEqual([])
    expect(fs.existsSync(path.join(dataDir, 'media'))).toBe(false)
  })
})

const articleHref = (body: string) => /"href":"([^"]+)"/.exec(body)?.[1]

describe('a later seeding', () => {
  it('writes nothing when nothing changed', async () => {
    await seed()
    const before = await everything()
    const report = await seed(LATER)
    expect(await everything()).toEqual(before)
    expect(Object.values(report.counts).every(count => count.new === 0 && count.updated === 0)).toBe(true)
  })

  it('touches only the language that changed', async () => {
    await seed()
    const { id, revision, publishedAt } = await article('Harbours fill again')
    const others = () =>
      Promise.all([
        reader().select().from(articles).where(ne(articles.id, id)).orderBy(articles.id),
        ...[revisions, corrections, listings].map(table =>
          reader().select().from(table).where(ne(table.articleId, id)).orderBy(table.articleId),
        ),
      ])
    const before = await others()
    writeFiles(dir, {
      'stories/harbour/en.md': (exampleFolder['stories/harbour/en.md'] ?? '').replace(
        'A paragraph',
        'A better paragraph',
      ),
    })
    const report = await seed(LATER)
    expect(report.counts.article).toEqual({ new: 0, updated: 1, unchanged: 2 })
    const after = await article('Harbours fill again')
    expect(after.revision).toBe(revision + 1)
    expect(after.publishedAt).toEqual(publishedAt)
    expect(await others()).toEqual(before)
    const { verb, at } = auditLog
    expect(await reader().select({ verb }).from(auditLog).where(eq(at, LATER))).toEqual([{ verb: 'revise' }])
  })

  it('leaves alone what the newsroom edited and the folder did not', async () => {
    await seed()
    const { id, revision } = await article('Harbours fill again')
    await write(async tx => {
      const stored = await findArticle(tx, id)
      if (!stored) throw new Error('gone')
      await reviseIn(tx, systemActor('editor'), {
        ...stored,
        articleId: id,
        revision,
        headline: 'Edited here',
        authorIds: [],
      })
    })
    await seed(LATER)
    expect((await article('Edited here')).id).toBe(id)
  })

  it('adds stories that link to one another, counted from the first moment', async () => {
    await seed()
    writeFiles(dir, {
      'stories/a/story.yaml': 'section: economy\npublished: -1h\n',
      'stories/a/en.md': '---\nheadline: First of two\n---\n[b](story:b)\n',
      'stories/b/story.yaml': 'section: economy\npublished: -1h\n',
      'stories/b/en.md': '---\nheadline: Second of two\n---\n[a](story:a)\n',
    })
    const report = await seed(LATER)
    expect(report.counts.story).toEqual({ new: 2, updated: 0, unchanged: 2 })
    const first = await article('First of two')
    expect(first.publishedAt).toEqual(new Date(NOW.getTime() - 3_600_000))
    expect(articleHref((await article('Second of two')).body)).toContain(`/${first.storyId}/first-of-two`)
  })

  it('withdraws, and changes what links to a slug that changed', async () => {
    await seed()
    const bread = 'stories/bread/en.md'
    writeFiles(dir, {
      [bread]: (exampleFolder[bread] ?? '').replace(
        'status: published',
        'slug: the-price\nstatus: withdrawn',
      ),
    })
    const report = await seed(LATER)
    expect((await article('What bread costs')).status).toBe('withdrawn')
    expect(report.counts.article.updated).toBe(3)
    expect((await article('Harbours fill again')).body).toContain('/en/culture/40/the-price')
  })

  it('schedules, binds the promise to the text of the folder, and takes it back', async () => {
    const soon = (headline: string, more: string) =>
      writeFiles(dir, {
        'stories/soon/story.yaml': 'section: economy\npublished: +3h\n',
        'stories/soon/en.md': `---\nheadline: ${headline}\n${more}---\n`,
      })
    const { revision, state, dueAt, id } = schedules
    const promises = () => reader().select({ revision, state, dueAt }).from(schedules).orderBy(id)
    const HOUR_MS = 3_600_000
    const promised = new Date(NOW.getTime() + 3 * HOUR_MS)
    soon('Soon', 'status: scheduled\n')
    await seed()
    expect(await article('Soon')).toMatchObject({ status: 'scheduled', publishedAt: null })
    expect(await promises()).toEqual([{ revision: 1, state: 'waiting', dueAt: promised }])
    await seed(new Date(NOW.getTime() + HOUR_MS))
    expect(await promises()).toHaveLength(1)
    soon('Sooner', 'status: scheduled\n')
    await seed(new Date(NOW.getTime() + HOUR_MS))
    expect(await promises()).toMatchObject([{ state: 'cancelled' }, { revision: 2, state: 'waiting' }])
    soon('Sooner', 'status: review\n')
    await seed(new Date(NOW.getTime() + HOUR_MS))
    expect((await article('Sooner')).status).toBe('review')
    expect(await promises()).toMatchObject([{ state: 'cancelled' }, { state: 'cancelled' }])
  })

  it('publishes what is scheduled for a moment that is over, and leaves it published', async () => {
    const soon = (text: string) =>
      writeFiles(dir, {
        'stories/soon/story.yaml': 'section: economy\npublished: -3h\n',
        'stories/soon/en.md': `---\nheadline: Soon\nstatus: scheduled\n---\n${text}\n`,
      })
    soon('One')
    await seed()
    expect(await article('Soon')).toMatchObject({
      status: 'published',
      publishedAt: new Date(NOW.getTime() - 3 * 3_600_000),
    })
    soon('Two')
    await seed(LATER)
    expect(await article('Soon')).toMatchObject({ status: 'published', revision: 2 })
    expect(await rows('SELECT id FROM schedules')).toEqual([])
  })

  it('keeps the old address of a section whose slug changed', async () => {
    await seed()
    writeFiles(dir, {
      'sections.yaml': (exampleFolder['sections.yaml'] ?? '').replace('slug: economy', 'slug: business'),
    })
    await seed(LATER)
    expect(await rows("SELECT target FROM redirects WHERE path = '/en/economy'")).toEqual([
      { target: 'section' },
    ])
  })
})

describe('the newsletters of a folder', () => {
  const named = (newsletter: string) =>
    writeFiles(dir, {
      'newsroom.yaml': (exampleFolder['newsroom.yaml'] ?? '').replace(/newsletter: .*\n/, newsletter),
    })

  it('are set as it says, and the rest stays', async () => {
    named(
      'newsletter: { weekly: { day: monday, title: { en: Mondays } }, sender: { address: news@example.org } }\n',
    )
    expect((await seed()).counts.newsletter).toEqual({ new: 1, updated: 0, unchanged: 0 })
    const settings = await newsletterSettings(reader())
    expect(settings).toMatchObject({ senderAddress: 'news@example.org', replyTo: null })
    expect(settings.newsletters.weekly).toMatchObject({ day: 1, at: '09:00', isOn: true })
    expect(settings.newsletters.weekly.titles.en).toBe('Mondays')
    expect(settings.newsletters.weekly.titles.ar).not.toBe('')
    named('newsletter: { daily: { on: false } }\n')
    expect((await seed(LATER)).counts.newsletter).toEqual({ new: 0, updated: 1, unchanged: 0 })
    expect(await newsletterSettings(reader())).toMatchObject({
      senderAddress: 'news@example.org',
      newsletters: { daily: { isOn: false }, weekly: { day: 1 } },
    })
  })

  it('stay as the newsroom has set them since, unless the folder changes', async () => {
    await seed()
    await saveNewsletter(systemActor('desk'), { postalAddress: { en: 'Another street' } })
    await seed(LATER)
    named('')
    expect((await seed(LATER)).counts.newsletter).toEqual({ new: 0, updated: 0, unchanged: 0 })
    expect((await newsletterSettings(reader())).postalAddress).toMatchObject({ en: 'Another street' })
  })
})

describe('the demonstration newsroom', () => {
  it('is named by a dry run of another folder, when the real run would have to remove it', async () => {
    await seed(NOW, { demo: true })
    writeFiles(dir, {
      'newsroom.yaml': exampleFolder['newsroom.yaml']?.replace('key: example', 'key: own') ?? '',
    })
    const dry = (more = {}) => seed(LATER, { dryRun: true, ...more })
    expect(await dry()).toMatchObject({ needsReplaceDemo: true, replacedDemo: false })
    expect(await dry({ replaceDemo: true })).toMatchObject({ needsReplaceDemo: false })
  })

  it('makes room only when it may', async () => {
    await seed(NOW, { demo: true })
    const other = path.join(root, 'other')
    writeFiles(other, {
      ...exampleFolder,
      'newsroom.yaml': (exampleFolder['newsroom.yaml'] ?? '').replace('key: example', 'key: own'),
    })
    await expect(seedFolder({ dir: other, dataDir, now: LATER })).rejects.toMatchObject({
      code: 'demonstration.inTheWay',
    })
    const report = await seedFolder({ dir: other, dataDir, now: LATER, replaceDemo: true })
    expect(report.replacedDemo).toBe(true)
    expect(await rows('SELECT key FROM sections ORDER BY key')).toHaveLength(2)
    expect((await article('Harbours fill again')).publishedAt).toEqual(new Date('2026-11-25T07:00:00Z'))
    expect(await reader().$count(stories)).toBe(2)
  })

  it('takes its subscribers along, but who has left stays away', async () => {
    await seed(NOW, { demo: true })
    const leaving = await aSubscriber('leaving@example.org')
    await aSubscriber('staying@example.org')
    const at = { dueAt: NOW, madeAt: NOW, newsUntil: NOW }
    await write(async tx => {
      await insertEdition(tx, { newsletter: 'daily', state: 'sent', ...at })
      await removeSubscriberIn(tx, { id: leaving, addressKey: 'leaving@example.org' }, 'left', NOW)
      await holdSendingIn(tx, 'restored', NOW)
    })
    const other = path.join(root, 'other')
    writeFiles(other, {
      ...exampleFolder,
      'newsroom.yaml': (exampleFolder['newsroom.yaml'] ?? '').replace('key: example', 'key: own'),
    })
    await seedFolder({ dir: other, dataDir, now: LATER, replaceDemo: true })
    expect(await reader().$count(tables.subscribers)).toBe(0)
    expect(await reader().$count(tables.editions)).toBe(0)
    const hashes = suppressionHashes(await knownKeys(reader()), 'leaving@example.org')
    expect([...(await suppressionsAmong(reader(), hashes)).values()]).toMatchObject([{ reason: 'left' }])
    expect(await currentHold(reader())).toMatchObject({ reason: 'restored' })
  })

  it('is updated from its own folder without asking', async () => {
    await seed(NOW, { demo: true })
    expect((await seed(LATER, { demo: true })).replacedDemo).toBe(false)
  })
})
