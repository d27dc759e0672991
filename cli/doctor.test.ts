import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { openDatabase } from '#db/open.ts'
import type { Diagnosis } from '#domain/operations/doctor/examine-newsroom.ts'
import { exampleFolder, writeFiles } from '#domain/transfer/seeding/example-folder.testing.ts'
import { seedFolder } from '#domain/transfer/seeding/seed-folder.ts'
import { press } from './press-session.testing.ts'

const MB = 1024 * 1024
const HOUR_MS = 60 * 60 * 1000

let root: string
let dataDir: string

beforeAll(async () => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'press-doctor-'))
  writeFiles(path.join(root, 'folder'), exampleFolder)
  await seedFolder({ dir: path.join(root, 'folder'), dataDir: path.join(root, 'healthy') })
  openDatabase().close()
})

beforeEach(() => {
  dataDir = path.join(root, 'data')
  fs.cpSync(path.join(root, 'healthy'), dataDir, { recursive: true })
  vi.stubEnv('PRESS_DATA', dataDir)
})

afterEach(() => {
  vi.restoreAllMocks()
  fs.rmSync(dataDir, { recursive: true, force: true })
  vi.unstubAllEnvs()
})

afterAll(() => fs.rmSync(root, { recursive: true, force: true }))

async function doctor() {
  const result = await press('doctor', '--json')
  expect(result.err).toBe('')
  const { findings, problems, notes } = JSON.parse(result.out)
  return { code: result.code, findings: findings as Diagnosis[], problems, notes }
}

const inData = (name: string) => path.join(dataDir, name)

function change(sql: string): void {
  const database = new BetterSqlite3(inData('press.db'))
  database.pragma('foreign_keys = OFF')
  database.exec(sql)
  database.close()
}

/** Overwrites the page of a table with nonsense, as a failing disk does. */
function damage(table: string): void {
  const database = new BetterSqlite3(inData('press.db'))
  const page = Number(
    database.prepare('SELECT rootpage FROM sqlite_master WHERE name = ?').pluck().get(table),
  )
  const size = Number(database.pragma('page_size', { simple: true }))
  database.pragma('journal_mode = DELETE')
  database.close()
  const bytes = fs.readFileSync(inData('press.db'))
  bytes.fill(0xff, (page - 1) * size + 8, page * size)
  fs.writeFileSync(inData('press.db'), bytes)
}

function mockDisk(disk: Partial<fs.StatsFs>): void {
  const roomy = { type: 0, bsize: 4096, blocks: 1e9, bfree: 1e9, bavail: 1e9, files: 1e9, ffree: 1e9 }
  vi.spyOn(fs.promises, 'statfs').mockResolvedValue({ ...roomy, ...disk } as never)
}

function grow(name: string, bytes: number): void {
  fs.writeFileSync(inData(name), '')
  fs.truncateSync(inData(name), bytes)
}

const anOriginal = () => path.join('media/originals', fs.readdirSync(inData('media/originals'))[0] ?? '')

const future = Date.now() + 24 * HOUR_MS
const past = Date.now() - HOUR_MS
const redirect = (from: string, locale: string, target: string, refId: number | string) =>
  change(`INSERT INTO redirects VALUES ('${from}', '${locale}', '${target}', ${refId}, 0)`)
const promise = (state: string, dueAt: number, failure = 'NULL') =>
  change(
    `INSERT INTO schedules (article_id, revision, state, due_at, failure, actor, created_at)
     SELECT id, 1, '${state}', ${dueAt}, ${failure}, 'desk', 0 FROM articles WHERE story_id = 40`,
  )
const statusOf40 = (status: string) => change(`UPDATE articles SET status = '${status}' WHERE story_id = 40`)
const bodyOf40 = (body: unknown) =>
  change(
    `UPDATE articles SET body = '${typeof body === 'string' ? body : JSON.stringify(body)}' WHERE story_id = 40`,
  )

describe('press doctor', () => {
  it('finds nothing wrong with a sound newsroom, and changes nothing', async () => {
    const before = fs.readFileSync(inData('press.db'))
    const { code, findings } = await doctor()
    expect(findings.map(({ check, level }) => [check, level])).toEqual([['renditions', 'note']])
    expect(code).toBe(0)
    expect(fs.readFileSync(inData('press.db')).equals(before)).toBe(true)
  })

  it.each<[string, string, () => void, RegExp]>([
    ['settings', 'a setting cannot be used', () => void vi.stubEnv('PORT', 'x'), /PORT is "x".*1 to 65535/],
    ['permissions', 'there is no newsroom', () => fs.rmSync(inData('press.db')), /no newsroom in/],
    [
      'permissions',
      'a file stands where the media belong',
      () => {
        fs.rmSync(inData('media'), { recursive: true })
        fs.writeFileSync(inData('media'), '')
      },
      /media is not a folder/,
    ],
    ['disk space', 'the disk is nearly full', () => mockDisk({ bavail: 1000 }), /has 3 MB left/],
    ['disk space', 'the disk takes no more files', () => mockDisk({ ffree: 5 }), /take 5 more files/],
    ['write-ahead log', 'it is not emptied', () => grow('press.db-wal', 1024 * MB), /has 1024 MB: .*reading/],
    ['integrity', 'a table is damaged', () => damage('articles'), /database is damaged/],
    [
      'integrity',
      'it is no database',
      () => fs.writeFileSync(inData('press.db'), 'x'.repeat(8192)),
      /database is damaged/,
    ],
    ['references', 'rows are missing', () => change('DELETE FROM topics'), /name other rows.*→ topics/],
    [
      'migrations',
      'the database is older',
      () => change("DELETE FROM migrations WHERE name LIKE '0001%'"),
      /older than this program.*0001_/,
    ],
    [
      'migrations',
      'the database is newer',
      () => change("INSERT INTO migrations VALUES ('9999_later', 'x', 0)"),
      /another version of the program.*9999_later/,
    ],
    [
      'clock',
      'something was written in the future',
      () => change(`UPDATE revisions SET saved_at = ${future} WHERE id = 1`),
      /still to come.*the newest revision/,
    ],
    [
      'clock',
      'something is published in the future',
      () => change(`UPDATE articles SET published_at = ${future} WHERE story_id = 40`),
      /no reader sees them.*story 40 \(en\)/,
    ],
    [
      'schedules',
      'a promise was not kept',
      () => {
        statusOf40('scheduled')
        promise('waiting', past)
      },
      /should have been published.*story 40 \(en\), promised for/,
    ],
    [
      'schedules',
      'a promise failed',
      () => {
        statusOf40('review')
        promise('failed', past, "'It has no headline.'")
      },
      /could not be published.*story 40 \(en\): It has no headline/,
    ],
    ['schedules', 'nothing stands behind a promise', () => statusOf40('scheduled'), /no promise.*story 40/],
    [
      'texts',
      'a text has a block that there is not',
      () => bodyOf40({ type: 'doc', content: [{ type: 'marquee' }] }),
      /do not fit.*: 1\..*story 40 \(en\): content\[0\]: unknown type "marquee"/,
    ],
    ['texts', 'a text is no JSON', () => bodyOf40('{'), /story 40 \(en\): it is no JSON/],
    [
      'texts',
      'a text names a picture that there is not',
      () => {
        const attrs = { media: 999, source: null, alt: '', credit: null, href: null }
        bodyOf40({ type: 'doc', content: [{ type: 'figure', attrs }] })
      },
      /story 40 \(en\): it names the picture, video or file 999/,
    ],
    [
      'texts',
      'a standing page does not fit',
      () => change(`UPDATE pages SET body = '{"type":"listItem"}' WHERE locale = 'ar'`),
      /page about \(ar\): the outermost node must be "doc"/,
    ],
    [
      'media files',
      'a file is missing',
      () => fs.rmSync(inData(anOriginal())),
      /file is missing: 1\..*\.svg/,
    ],
    [
      'media files',
      'a file is cut off',
      () => fs.truncateSync(inData(anOriginal()), 10),
      /not whole: 1\..*has 10 bytes/,
    ],
    ...(['article', 'section', 'topic', 'author', 'page'] as const).map(
      (target): [string, string, () => void, RegExp] => [
        'redirects',
        `an old address leads to no ${target}`,
        () => redirect('/old', 'ar', target, 999),
        new RegExp(`not there: 1\\..*/old \\(${target} 999\\)`),
      ],
    ),
    [
      'redirects',
      'an old address leads to itself',
      () => redirect('/en/topics/ports', 'en', 'topic', '(SELECT id FROM topics)'),
      /back to themselves: 1\..*\/en\/topics\/ports → \/en\/topics\/ports/,
    ],
    [
      'redirects',
      'old addresses lead round in a circle',
      () => {
        redirect('/en/topics/ports', 'en', 'section', "(SELECT id FROM sections WHERE key = 'economy')")
        redirect('/en/economy', 'en', 'topic', '(SELECT id FROM topics)')
        redirect('/en/older', 'en', 'topic', '(SELECT id FROM topics)')
      },
      /back to themselves: 1\..*\/en\/economy → \/en\/topics\/ports → \/en\/economy/,
    ],
  ])('%s: finds that %s', async (check, _, make, expected) => {
    make()
    const { code, findings } = await doctor()
    const found = findings.filter(finding => finding.level === 'problem')
    expect(found).toMatchObject([{ check, todo: expect.stringMatching(/\w\./) }])
    expect([found[0]?.what, ...(found[0]?.examples ?? [])].join(' ')).toMatch(expected)
    expect(code).toBe(1)
  })

  it.each<[string, string, () => void, RegExp]>([
    [
      'media files',
      'a file that nothing uses',
      () => {
        writeFiles(dataDir, { 'media/originals/0123456789abcdef0123.jpg': 'x' })
        const long = new Date(past - HOUR_MS)
        fs.utimesSync(inData('media/originals/0123456789abcdef0123.jpg'), long, long)
      },
      /uses: 1\./,
    ],
    [
      'disk space',
      'no room for an upgrade',
      () => {
        fs.truncateSync(inData('press.db'), 400 * MB)
        mockDisk({ bsize: 1, bavail: 300 * MB })
      },
      /second copy/,
    ],
    ['write-ahead log', 'something large was written', () => grow('press.db-wal', 64 * MB), /has 64 MB, as/],
    ['settings', 'no public address', () => void vi.stubEnv('NODE_ENV', 'production'), /own/],
  ])('%s: notes %s, and is content', async (check, _, make, expected) => {
    make()
    const { code, findings, problems, notes } = await doctor()
    expect(findings.find(finding => finding.check === check)).toMatchObject({
      level: 'note',
      what: expect.stringMatching(expected),
    })
    expect({ code, problems, notes }).toEqual({ code: 0, problems: 0, notes: 2 })
  })

  it('is content with what is on its way', async () => {
    writeFiles(dataDir, { 'media/originals/0123456789abcdef0123.jpg': 'x' })
    writeFiles(dataDir, { 'outbox/2026-11-30-reader@example.org.eml': 'x', 'newsletter-mark': '{}' })
    redirect('/draft', 'ar', 'article', 40)
    redirect('/front', 'ar', 'front', 0)
    promise('waiting', future)
    statusOf40('scheduled')
    change(
      "DELETE FROM search_documents WHERE article_id IN (SELECT id FROM articles WHERE status = 'scheduled')",
    )
    promise('failed', past, "'It failed, and was promised again.'")
    promise('waiting', future)
    expect((await doctor()).findings.map(({ check }) => check)).toEqual(['renditions'])
  })

  it('knows of articles that search does not find, until they are read again', async () => {
    change('UPDATE search_documents SET analyzer = 0')
    const { code, findings } = await doctor()
    expect(code).toBe(0)
    expect(findings.filter(({ check }) => check === 'search index')).toMatchObject([
      { level: 'note', todo: expect.stringContaining('press search reindex') },
    ])
    const result = await press('search', 'reindex', '--json')
    expect(JSON.parse(result.out).articles).toBeGreaterThan(0)
    expect((await doctor()).findings.map(({ check }) => check)).not.toContain('search index')
  })

  it('goes on when something cannot be looked at', async () => {
    change('DROP TABLE schedules')
    redirect('/old', 'ar', 'topic', 999)
    const { code, findings } = await doctor()
    expect(findings.map(({ check }) => check)).toEqual(['schedules', 'renditions', 'redirects'])
    expect(findings[0]?.what).toMatch(/could not be looked at: .*schedules/)
    expect(code).toBe(1)
  })

  it('says it in words, each fault with what to do, and lets no content steer the terminal', async () => {
    fs.rmSync(inData(anOriginal()))
    redirect('/old\u001b[2J', 'ar', 'topic', 999)
    const result = await press('doctor')
    expect(result).toMatchObject({ code: 1, err: '' })
    expect(result.out).toMatch(
      /^PROBLEM: media files\n {2}Pictures, videos or sounds whose file is missing: 1\./,
    )
    expect(result.out).toContain('What to do: Put these files back from a backup')
    expect(result.out).not.toContain('\u001b')
    expect(result.out).toMatch(/Problems: 2\. Notes: 1\.\n$/)
  })

  it('helps, with an example', async () => {
    expect((await press('doctor', '--help')).out).toContain('press doctor || mail')
  })
})

describe('the demonstration newsroom', () => {
  it('has nothing wrong with it', { timeout: 120_000 }, async () => {
    fs.rmSync(dataDir, { recursive: true })
    await seedFolder({ dir: 'demo', dataDir, demo: true })
    openDatabase().close()
    const { code, problems, findings } = await doctor()
    expect({ code, problems }).toEqual({ code: 0, problems: 0 })
    expect(findings.map(({ check }) => check)).toEqual(['renditions'])
  })
})
