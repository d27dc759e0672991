import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sqliteDatabase } from '../../db/open'
import { findArticle } from '../../db/queries/publishing'
import type { SqliteDatabase } from '../../db/sqlite/open-sqlite'
import { write } from '../../db/write'
import { DemonstrationInTheWay } from '../demonstration/make-room'
import { systemActor } from '../publishing/actor'
import { reviseIn } from '../publishing/revise'
import { exampleFolder, writeFiles } from './example-folder'
import { seedFolder } from './seed-folder'

let root: string
let dir: string
let dataDir: string
let database: SqliteDatabase

const NOW = new Date('2026-11-23T12:00:00Z')
const LATER = new Date('2026-11-25T09:00:00Z')

beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'press-seed-'))
  dir = path.join(root, 'folder')
  dataDir = path.join(root, 'data')
  writeFiles(dir, exampleFolder)
  database = sqliteDatabase(dataDir)
})

afterEach(() => {
  database.close()
  fs.rmSync(root, { recursive: true, force: true })
})

const seed = (now = NOW, more = {}) => seedFolder({ dir, dataDir, now, ...more })
const rows = <Row>(sql: string, ...values: unknown[]) =>
  database.connection.prepare(sql).all(...values) as Row[]
const one = <Row>(sql: string, ...values: unknown[]) => rows<Row>(sql, ...values)[0] as Row

/** Every row of every table, for comparing. */
function everything(except: string[] = []): Record<string, unknown[]> {
  const tables = rows<{ name: string }>(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
  )
  return Object.fromEntries(
    tables
      .filter(({ name }) => !except.includes(name))
      .map(({ name }) => [name, rows(`SELECT * FROM "${name}"`)]),
  )
}

type ArticleRow = {
  id: number
  story_id: number
  slug: string
  status: string
  body: string
  published_at: number
  updated_at: number | null
  revision: number
}
const article = (headline: string) => one<ArticleRow>('SELECT * FROM articles WHERE headline = ?', headline)

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
    const english = article('Harbours fill again')
    expect(new Date(english.published_at)).toEqual(new Date('2026-11-23T10:00:00Z'))
    expect(new Date(english.updated_at ?? 0)).toEqual(new Date('2026-11-23T11:30:00Z'))
    /* Two days before at 14:20 in Riyadh. */
    expect(new Date(article('What bread costs').published_at)).toEqual(new Date('2026-11-21T11:20:00Z'))
    expect(new Date(article('المرافئ تمتلئ من جديد').updated_at ?? 0)).toEqual(
      new Date('2026-11-23T11:00:00Z'),
    )
  })

  it('keeps ids that are asked for and resolves links between stories', async () => {
    await seed()
    const arabic = article('المرافئ تمتلئ من جديد')
    expect(article('What bread costs').story_id).toBe(40)
    expect(arabic.body).toContain('"/en/culture/40/what-bread-costs"')
    const back = articleHref(article('What bread costs').body)
    expect(back).toBe(`/en/economy/${arabic.story_id}/harbours-fill-again`)
  })

  it('lists, curates and breaks news in the languages in which a story is told', async () => {
    await seed()
    expect(rows('SELECT locale, place, position FROM front_places ORDER BY 1, 2, 3')).toEqual([
      { locale: 'ar', place: 'lead', position: 0 },
      { locale: 'ar', place: 'second', position: 0 },
      { locale: 'en', place: 'lead', position: 0 },
      { locale: 'en', place: 'second', position: 0 },
      { locale: 'en', place: 'second', position: 1 },
    ])
    expect(rows('SELECT locale, text FROM breaking ORDER BY locale')).toEqual([
      { locale: 'ar', text: 'المرافئ تمتلئ من جديد' },
      { locale: 'en', text: 'Harbours fill again' },
    ])
    expect(one<{ n: number }>("SELECT count(*) AS n FROM listings WHERE kind = 'section'").n).toBe(3)
  })

  it('keeps nothing when something fails on the way', async () => {
    database.connection.exec("CREATE TRIGGER no BEFORE INSERT ON pages BEGIN SELECT RAISE(ABORT, 'no'); END")
    await expect(seed()).rejects.toThrow()
    expect(everything(['migrations'])).toEqual(
      Object.fromEntries(Object.keys(everything(['migrations'])).map(name => [name, []])),
    )
  })

  it('writes nothing in a dry run', async () => {
    const report = await seed(NOW, { dryRun: true })
    expect(report.counts.story.new).toBe(2)
    expect(rows('SELECT * FROM stories')).toEqual([])
    expect(fs.existsSync(path.join(dataDir, 'media'))).toBe(false)
  })
})

const articleHref = (body: string) => /"href":"([^"]+)"/.exec(body)?.[1]

describe('a later seeding', () => {
  it('writes nothing when nothing changed', async () => {
    await seed()
    const before = everything()
    const report = await seed(LATER)
    expect(everything()).toEqual(before)
    expect(Object.values(report.counts).every(count => count.new === 0 && count.updated === 0)).toBe(true)
  })

  it('touches only the language that changed', async () => {
    await seed()
    const other = ['articles', 'revisions', 'corrections', 'listings'].map(table =>
      rows(`SELECT * FROM ${table}`),
    )
    const english = article('Harbours fill again')
    writeFiles(dir, {
      'stories/harbour/en.md': (exampleFolder['stories/harbour/en.md'] ?? '').replace(
        'A paragraph',
        'A better paragraph',
      ),
    })
    const report = await seed(LATER)
    expect(report.counts.article).toEqual({ new: 0, updated: 1, unchanged: 2 })
    const after = article('Harbours fill again')
    expect(after.revision).toBe(english.revision + 1)
    expect(after.published_at).toBe(english.published_at)
    const others = (list: unknown[]) =>
      (list as { id: number; article_id?: number }[]).filter(row => (row.article_id ?? row.id) !== english.id)
    expect(
      ['articles', 'revisions', 'corrections', 'listings'].map(table =>
        others(rows(`SELECT * FROM ${table}`)),
      ),
    ).toEqual(other.map(others))
    expect(rows('SELECT verb FROM audit_log WHERE at = ?', LATER.getTime())).toEqual([{ verb: 'revise' }])
  })

  it('leaves alone what the newsroom edited and the folder did not', async () => {
    await seed()
    const { id, revision } = article('Harbours fill again')
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
    expect(article('Edited here').id).toBe(id)
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
    const first = article('First of two')
    expect(first.published_at).toBe(NOW.getTime() - 3_600_000)
    expect(articleHref(article('Second of two').body)).toContain(`/${first.story_id}/first-of-two`)
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
    expect(article('What bread costs').status).toBe('withdrawn')
    expect(report.counts.article.updated).toBe(3)
    expect(article('Harbours fill again').body).toContain('/en/culture/40/the-price')
  })

  it('schedules, binds the promise to the text of the folder, and takes it back', async () => {
    const soon = (headline: string, more: string) =>
      writeFiles(dir, {
        'stories/soon/story.yaml': 'section: economy\npublished: +3h\n',
        'stories/soon/en.md': `---\nheadline: ${headline}\n${more}---\n`,
      })
    const promises = () =>
      rows('SELECT revision, state, due_at - ? AS ms FROM schedules ORDER BY id', NOW.getTime())
    const HOUR_MS = 3_600_000
    soon('Soon', 'status: scheduled\n')
    await seed()
    expect(article('Soon')).toMatchObject({ status: 'scheduled', published_at: null })
    expect(promises()).toEqual([{ revision: 1, state: 'waiting', ms: 3 * HOUR_MS }])
    await seed(new Date(NOW.getTime() + HOUR_MS))
    expect(promises()).toHaveLength(1)
    soon('Sooner', 'status: scheduled\n')
    await seed(new Date(NOW.getTime() + HOUR_MS))
    expect(promises()).toMatchObject([{ state: 'cancelled' }, { revision: 2, state: 'waiting' }])
    soon('Sooner', 'status: review\n')
    await seed(new Date(NOW.getTime() + HOUR_MS))
    expect(article('Sooner').status).toBe('review')
    expect(promises()).toMatchObject([{ state: 'cancelled' }, { state: 'cancelled' }])
  })

  it('publishes what is scheduled for a moment that is over, and leaves it published', async () => {
    const soon = (text: string) =>
      writeFiles(dir, {
        'stories/soon/story.yaml': 'section: economy\npublished: -3h\n',
        'stories/soon/en.md': `---\nheadline: Soon\nstatus: scheduled\n---\n${text}\n`,
      })
    soon('One')
    await seed()
    expect(article('Soon')).toMatchObject({
      status: 'published',
      published_at: NOW.getTime() - 3 * 3_600_000,
    })
    soon('Two')
    await seed(LATER)
    expect(article('Soon')).toMatchObject({ status: 'published', revision: 2 })
    expect(rows('SELECT id FROM schedules')).toEqual([])
  })

  it('keeps the old address of a section whose slug changed', async () => {
    await seed()
    writeFiles(dir, {
      'sections.yaml': (exampleFolder['sections.yaml'] ?? '').replace('slug: economy', 'slug: business'),
    })
    await seed(LATER)
    expect(one('SELECT target FROM redirects WHERE path = ?', '/en/economy')).toEqual({ target: 'section' })
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
    await expect(seedFolder({ dir: other, dataDir, now: LATER })).rejects.toThrow(DemonstrationInTheWay)
    const report = await seedFolder({ dir: other, dataDir, now: LATER, replaceDemo: true })
    expect(report.replacedDemo).toBe(true)
    expect(rows('SELECT key FROM sections ORDER BY key')).toHaveLength(2)
    expect(new Date(article('Harbours fill again').published_at)).toEqual(new Date('2026-11-25T07:00:00Z'))
    expect(one<{ n: number }>('SELECT count(*) AS n FROM stories').n).toBe(2)
  })

  it('is updated from its own folder without asking', async () => {
    await seed(NOW, { demo: true })
    expect((await seed(LATER, { demo: true })).replacedDemo).toBe(false)
  })
})
