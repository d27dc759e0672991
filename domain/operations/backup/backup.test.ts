import crypto from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { PassThrough } from 'node:stream'
import BetterSqlite3 from 'better-sqlite3'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '#db/open.ts'
import { keepPicture } from '#domain/media/files/keep-file.ts'
import { mediaName } from '#domain/media/files/media-name.ts'
import { refusalOf } from '#domain/operations/refusal.testing.ts'
import { exampleFolder, writeFiles } from '#domain/transfer/seeding/example-folder.testing.ts'
import { seedFolder } from '#domain/transfer/seeding/seed-folder.ts'
import { archiveOf, backupOf, entriesOf, reading, withManifest } from './archive.testing.ts'
import { intoFile } from './into-file.ts'
import { DATA } from './manifest.ts'
import { restoreBackup } from './restore-backup.ts'
import { takeBackup } from './take-backup.ts'

let root: string
let dataDir: string
let archive: Buffer
let content: Content

type Content = Record<string, unknown[]>

/* Looking at them changes neither. */
function contentOf(dir: string): Content {
  const database = new BetterSqlite3(path.join(dir, 'press.db'), { readonly: true })
  const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
  const rows = (table: string) => database.prepare(`SELECT * FROM "${table}" ORDER BY rowid`)
  const withoutRowid = (table: string) => database.prepare(`SELECT * FROM "${table}"`)
  const all = (tables.pluck().all() as string[]).map(table => {
    try {
      return [table, rows(table).all()] as const
    } catch {
      return [table, withoutRowid(table).all()] as const
    }
  })
  database.close()
  return Object.fromEntries(all)
}

function filesOf(dir: string): Record<string, string> {
  const names = fs.readdirSync(dir, { recursive: true, encoding: 'utf8' }).sort()
  const files = names.filter(
    name => fs.statSync(path.join(dir, name)).isFile() && !name.startsWith('press.db'),
  )
  const hash = (name: string) =>
    crypto
      .createHash('sha256')
      .update(fs.readFileSync(path.join(dir, name)))
      .digest('hex')
  return Object.fromEntries(files.map(name => [name, hash(name)]))
}

const inRoot = (name: string) => path.join(root, name)
const restored = (bytes: Buffer, dir = inRoot('there')) =>
  restoreBackup({ input: reading(bytes), dataDir: dir })
const picture = (background: string) =>
  sharp({ create: { width: 40, height: 30, channels: 3, background } })
    .jpeg()
    .toBuffer()

beforeAll(async () => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'press-backup-test-'))
  dataDir = inRoot('data')
  writeFiles(inRoot('folder'), {
    ...exampleFolder,
    'stories/harbour/story.yaml':
      'section: economy\npublished: -3h\npicture: { file: "صورة.jpg", alt: { en: A, ar: أ } }\n',
    'stories/harbour/صورة.jpg': await picture('#336699'),
  })
  await seedFolder({ dir: inRoot('folder'), dataDir })
  openDatabase().close()
  archive = (await backupOf(dataDir)).archive
  content = contentOf(dataDir)
})

beforeEach(() => fs.rmSync(inRoot('there'), { recursive: true, force: true }))
afterEach(() => fs.rmSync(inRoot('other'), { recursive: true, force: true }))
afterAll(() => fs.rmSync(root, { recursive: true, force: true }))

describe('a backup that is put back', () => {
  it('has every row and every file', async () => {
    const report = await restored(archive)
    expect(contentOf(inRoot('there'))).toEqual(content)
    expect(filesOf(inRoot('there'))).toEqual(filesOf(dataDir))
    expect(report.rows).toMatchObject({ stories: 2, articles: 3 })
    expect(Object.keys(report.rows)).toEqual(Object.keys(content).filter(name => name !== 'sqlite_sequence'))
    openDatabase(inRoot('there')).close()
  })

  it('has each picture and video under the name of what it is', async () => {
    await restored(archive)
    const media = contentOf(inRoot('there')).media as { name: string; extension: string }[]
    expect(media).toHaveLength(3)
    for (const { name, extension } of media) {
      const file = inRoot(`there/media/originals/${name}.${extension}`)
      expect(mediaName(fs.readFileSync(file))).toBe(name)
    }
  })

  it('is the newsroom as it was when it began, whatever is written meanwhile', async () => {
    const busy = inRoot('other')
    fs.cpSync(dataDir, busy, { recursive: true })
    const portal = new BetterSqlite3(path.join(busy, 'press.db'))
    portal.exec("INSERT INTO facts VALUES ('acknowledged', 'before'); CREATE TABLE padding (x)")
    const fill = portal.prepare('INSERT INTO padding VALUES (?)')
    portal.transaction(() => {
      for (let row = 0; row < 3000; row++) fill.run('x'.repeat(4000))
    })()
    const before = contentOf(busy)
    let writes = 0
    const steps = new Set<string>()
    const later = await keepPicture(busy, await picture('#112233'), 'later.jpg')
    const { archive: taken, report } = await backupOf(busy, {
      progress: step => {
        steps.add(step)
        portal.prepare('INSERT INTO facts VALUES (?, ?)').run(`meanwhile-${writes++}`, step)
      },
    })
    portal.close()
    expect([...steps]).toEqual(['database', 'files'])
    expect(writes).toBeGreaterThan(4)
    await restored(taken)
    expect(contentOf(inRoot('there'))).toEqual(before)
    expect(report.rows.padding).toBe(3000)
    /* Its row was not there yet. A file without its row is allowed, a row without its file is not. */
    expect(filesOf(inRoot('there'))).toHaveProperty([`media/originals/${later.name}.jpg`])
  })

  it('has a picture whose file and row come while the database is copied only whole', async () => {
    const busy = inRoot('other')
    fs.cpSync(dataDir, busy, { recursive: true })
    const file = path.join(busy, 'media/originals/0123456789abcdef0123.jpg')
    let isThere = false
    const { archive: taken, report } = await backupOf(busy, {
      progress: step => {
        if (isThere || step !== 'database') return
        isThere = true
        fs.writeFileSync(file, 'picture')
      },
    })
    expect(isThere).toBe(true)
    expect(report.missing).toEqual([])
    expect((await entriesOf(taken)).map(({ name }) => name)).toContain(
      `${DATA}media/originals/0123456789abcdef0123.jpg`,
    )
  })

  it('leaves out what can be made again, follows links, and keeps what it does not know', async () => {
    const odd = inRoot('other')
    fs.cpSync(dataDir, odd, { recursive: true })
    fs.mkdirSync(inRoot('videos'))
    writeFiles(inRoot('videos'), { 'film.mp4': 'film', empty: '' })
    fs.symlinkSync(inRoot('videos'), path.join(odd, 'media/videos'))
    fs.symlinkSync(odd, path.join(odd, 'loop'))
    writeFiles(odd, {
      'media/renditions/01/a-320.avif': 'x',
      'media/originals/b.jpg.1-2.tmp': 'x',
      'media/audio/fedcba98765432100123.mp3': 'sound',
      'media/audio/half.tmp': 'x',
      'press.db-journal': '',
      '.press.db-litestream/generation': 'x',
      'press-backup-aB3x9z/press.db': 'x',
      '.restore-aB3x9z/press.db': 'x',
      'outbox/2026-11-30-reader@example.org.eml': 'x',
      'outbox/2026-11-30-other@example.org.eml.part': 'x',
      'newsletter-mark': '{}',
      'notes/رسالة.json': '{}',
    })
    fs.writeFileSync(path.join(odd, 'secret'), 'x', { mode: 0o600 })
    await restored((await backupOf(odd)).archive)
    expect(Object.keys(filesOf(inRoot('there')))).toEqual(
      [
        'media/audio/fedcba98765432100123.mp3',
        ...Object.keys(filesOf(dataDir)),
        ...['media/videos/empty', 'media/videos/film.mp4', 'notes/رسالة.json', 'secret'],
      ].sort(),
    )
    expect(fs.statSync(inRoot('there/secret')).mode & 0o777).toBe(0o600)
  })

  it('names the files that the newsroom had lost', async () => {
    const poor = inRoot('other')
    fs.cpSync(dataDir, poor, { recursive: true })
    const [lost = ''] = fs.readdirSync(path.join(poor, 'media/originals'))
    fs.rmSync(path.join(poor, 'media/originals', lost))
    expect((await backupOf(poor)).report.missing).toEqual([`media/originals/${lost}`])
  })

  it('has rows that name what is not there as they are, and says so', async () => {
    const broken = inRoot('other')
    fs.cpSync(dataDir, broken, { recursive: true })
    const database = new BetterSqlite3(path.join(broken, 'press.db'))
    database.pragma('foreign_keys = OFF')
    database.exec('DELETE FROM topics')
    database.close()
    const { archive: taken, report } = await backupOf(broken)
    expect(report.brokenReferences).toEqual(['topic_texts → topics: 2'])
    expect((await restored(taken)).brokenReferences).toEqual(report.brokenReferences)
    const entries = await entriesOf(taken)
    const denied = withManifest(entries, manifest => ({ ...manifest, brokenReferences: [] }))
    fs.rmSync(inRoot('there'), { recursive: true })
    expect(await refusalOf(restored(await archiveOf(denied)))).toMatch(/not there: \w+ → topics/)
  })

  it('goes into an empty folder, which stays the one it was', async () => {
    fs.mkdirSync(inRoot('there/lost+found'), { recursive: true })
    fs.chmodSync(inRoot('there'), 0o750)
    const { ino } = fs.statSync(inRoot('there'))
    await restored(archive)
    expect(fs.statSync(inRoot('there'))).toMatchObject({ ino })
    expect(fs.readdirSync(inRoot('there')).sort()).toEqual(['lost+found', 'media', 'press.db'])
    expect(contentOf(inRoot('there'))).toEqual(content)
  })
})

describe('a folder that is in use', () => {
  it('is left as it is', async () => {
    writeFiles(inRoot('there'), { 'press.db': 'mine' })
    expect(await refusalOf(restored(archive))).toMatch(/not empty \(it has press.db\).*PRESS_DATA/)
    expect(filesOf(inRoot('there'))).toEqual({})
    expect(fs.readFileSync(inRoot('there/press.db'), 'utf8')).toBe('mine')
  })

  it('is said to hold what a killed restoration left there', async () => {
    fs.mkdirSync(inRoot('there/.restore-Ab12Cd'), { recursive: true })
    expect(await refusalOf(restored(archive))).toMatch(/\.restore-Ab12Cd is what another restoration.*remove/)
    fs.rmdirSync(inRoot('there/.restore-Ab12Cd'))
    await restored(archive)
  })

  it('is not taken from who came in the meantime', async () => {
    const late = async (make: () => void) => {
      const input = reading(archive)
      const work = restoreBackup({ input, dataDir: inRoot('there'), progress: make })
      await expect(work).rejects.toMatchObject({ code: expect.stringMatching(/^backup\./) })
      expect(fs.readdirSync(inRoot('there'))).toEqual(['press.db'])
      fs.rmSync(inRoot('there'), { recursive: true })
    }
    const arrive = () => writeFiles(inRoot('there'), { 'press.db': 'theirs' })
    await late(arrive)
    fs.mkdirSync(inRoot('there'))
    await late(arrive)
  })
})

describe('a backup that cannot be finished', () => {
  it('leaves nothing behind when the database is damaged', async () => {
    const damaged = inRoot('other')
    fs.cpSync(dataDir, damaged, { recursive: true })
    const file = path.join(damaged, 'press.db')
    const database = new BetterSqlite3(file)
    const page = database.prepare("SELECT rootpage FROM sqlite_master WHERE name = 'articles'").pluck().get()
    database.close()
    const bytes = fs.readFileSync(file)
    bytes.fill(0xff, (Number(page) - 1) * 4096 + 8, Number(page) * 4096)
    fs.writeFileSync(file, bytes)
    expect(await refusalOf(backupOf(damaged))).toMatch(/damaged.*Keep the backups/)
  })

  it('leaves nothing behind when it is stopped, and what was there stays', async () => {
    fs.mkdirSync(inRoot('other'))
    const file = path.join(inRoot('other'), 'backup.tar.gz')
    fs.writeFileSync(file, 'the last one')
    const stop = new AbortController()
    const work = intoFile(file, (output, workFolder) =>
      takeBackup({
        ...{ dataDir, output, workFolder, program: '1.2.3', signal: stop.signal },
        progress: step => {
          if (step === 'files') stop.abort(new Error('stopped'))
        },
      }),
    )
    await expect(work).rejects.toThrow()
    expect(fs.readdirSync(inRoot('other'))).toEqual(['backup.tar.gz'])
    expect(fs.readFileSync(file, 'utf8')).toBe('the last one')
  })

  it('ends when nobody takes the archive any more', async () => {
    const output = new PassThrough()
    const work = backupOf(dataDir, {
      output,
      progress: step => {
        if (step === 'files') output.destroy(Object.assign(new Error('gone'), { code: 'EPIPE' }))
      },
    })
    await expect(work).rejects.toThrow()
  })
})
