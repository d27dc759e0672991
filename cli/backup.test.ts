import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { PassThrough } from 'node:stream'
import BetterSqlite3 from 'better-sqlite3'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { knownMigrations } from '#db/migrations.ts'
import { openDatabase } from '#db/open.ts'
import { exampleFolder, writeFiles } from '#domain/transfer/seeding/example-folder.testing.ts'
import { seedFolder } from '#domain/transfer/seeding/seed-folder.ts'
import { forgetSettings } from '#settings/settings.testing.ts'
import { interruptible } from './interruption.ts'
import { press } from './press-session.testing.ts'
import { runPress } from './run-press.ts'

let root: string
let out: string

const inRoot = (name: string) => path.join(root, name)
const inOut = (name: string) => path.join(out, name)
const at = (dataDir: string) => {
  vi.stubEnv('PRESS_DATA', dataDir)
  forgetSettings()
}

beforeAll(async () => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'press-backup-cli-'))
  writeFiles(inRoot('folder'), exampleFolder)
  await seedFolder({ dir: inRoot('folder'), dataDir: inRoot('data') })
  openDatabase().close()
})

beforeEach(() => {
  out = inRoot('out')
  fs.mkdirSync(out)
  at(inRoot('data'))
})

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  fs.rmSync(out, { recursive: true })
})

afterAll(() => fs.rmSync(root, { recursive: true, force: true }))

const headlines = (dataDir: string) => {
  const database = new BetterSqlite3(path.join(dataDir, 'press.db'), { readonly: true })
  const found = database.prepare('SELECT headline FROM articles ORDER BY id').pluck().all()
  database.close()
  return found
}

describe('press backup and press restore', () => {
  it('save a newsroom and put it back, and say so', async () => {
    const saved = await press('backup', inOut('a.tar.gz'))
    expect(saved).toMatchObject({ code: 0, err: '' })
    expect(saved.out).toMatch(/a\.tar\.gz: 2 stories in 3 articles, \d+ files of .*, packed into .* kB/)
    expect(fs.readdirSync(out)).toEqual(['a.tar.gz'])
    expect(fs.statSync(inOut('a.tar.gz')).mode & 0o777).toBe(0o600)
    at(inOut('new/place'))
    const restored = await press('restore', inOut('a.tar.gz'))
    expect(restored).toMatchObject({ code: 0, err: '' })
    expect(restored.out).toMatch(/new\/place: 2 stories in 3 articles, .*everything is as it was saved/)
    expect(headlines(inOut('new/place'))).toEqual(headlines(inRoot('data')))
    expect(fs.readdirSync(inOut('new'))).toEqual(['place'])
    expect((await press('doctor')).code).toBe(0)
  })

  it('tell a script what they did', async () => {
    const saved = JSON.parse((await press('backup', inOut('a.tar.gz'), '--json')).out)
    expect(saved).toMatchObject({
      file: inOut('a.tar.gz'),
      rows: { stories: 2, articles: 3 },
      migrations: knownMigrations('sqlite').map(({ name, hash }) => ({ name, hash })),
      brokenReferences: [],
      archiveBytes: fs.statSync(inOut('a.tar.gz')).size,
      missing: [],
    })
    at(inOut('new'))
    const restored = JSON.parse((await press('restore', inOut('a.tar.gz'), '--json')).out)
    const { file: _file, archiveBytes: _archiveBytes, missing: _missing, ...same } = saved
    const place = { dataDir: inOut('new'), database: inOut('new/press.db') }
    expect(restored).toEqual({ ...place, ...same, isSendingHeld: false })
  })

  it('say what to do before the newsletter of a restored newsroom goes out', async () => {
    fs.cpSync(inRoot('data'), inOut('lively'), { recursive: true })
    const database = new BetterSqlite3(inOut('lively/press.db'))
    database.exec("INSERT INTO suppressions VALUES ('of-somebody-who-left', 'left', 0)")
    database.close()
    at(inOut('lively'))
    await press('backup', inOut('a.tar.gz'))
    at(inOut('new'))
    const restored = await press('restore', inOut('a.tar.gz'), '--json')
    expect(JSON.parse(restored.out)).toMatchObject({ isSendingHeld: true })
    expect(restored.err).toMatch(/newsletter sends nothing.*suppressions import FILE.*newsletter resume/s)
  })

  it('go through a pipe', async () => {
    const pieces: Uint8Array[] = []
    const listen = vi.spyOn(process.stdout, 'write').mockImplementation((piece, ...rest) => {
      pieces.push(piece as Uint8Array)
      const done = rest.find(each => typeof each === 'function') as (() => void) | undefined
      done?.()
      return true
    })
    const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    await runPress(['backup', '-'])
    listen.mockRestore()
    expect(stderr.mock.calls.join('')).toMatch(/^standard output: 2 stories in 3 articles/)
    stderr.mockRestore()
    const archive = Buffer.concat(pieces)
    const input = new PassThrough()
    input.end(archive)
    vi.spyOn(process, 'stdin', 'get').mockReturnValue(input as never)
    at(inOut('new'))
    expect(await press('restore', '-')).toMatchObject({ code: 0, err: '' })
    expect(headlines(inOut('new'))).toEqual(headlines(inRoot('data')))
  })

  it('take the place of a file only when told to', async () => {
    fs.writeFileSync(inOut('a.tar.gz'), 'the last one')
    const refused = await press('backup', inOut('a.tar.gz'))
    expect(refused).toMatchObject({ code: 2, out: '' })
    expect(refused.err).toContain('is there already. Name another file, or take its place with --force.')
    expect(fs.readFileSync(inOut('a.tar.gz'), 'utf8')).toBe('the last one')
    expect(await press('backup', inOut('a.tar.gz'), '--force')).toMatchObject({ code: 0 })
    expect(fs.statSync(inOut('a.tar.gz')).size).toBeGreaterThan(1000)
  })

  it('leave nothing behind when it does not work', async () => {
    fs.cpSync(inRoot('data'), inOut('broken'), { recursive: true })
    fs.writeFileSync(inOut('broken/press.db'), 'x'.repeat(8192))
    at(inOut('broken'))
    fs.writeFileSync(inOut('a.tar.gz'), 'the last one')
    const failed = await press('backup', inOut('a.tar.gz'), '--force')
    expect(failed).toMatchObject({ code: 1, out: '' })
    expect(failed.err).toMatch(/damaged.*press doctor/)
    expect(fs.readdirSync(out)).toEqual(['a.tar.gz', 'broken'])
    expect(fs.readFileSync(inOut('a.tar.gz'), 'utf8')).toBe('the last one')
  })

  it('warn of what the newsroom has lost, and save the rest', async () => {
    fs.cpSync(inRoot('data'), inOut('poor'), { recursive: true })
    const [lost = ''] = fs.readdirSync(inOut('poor/media/originals'))
    fs.rmSync(inOut(`poor/media/originals/${lost}`))
    at(inOut('poor'))
    const saved = await press('backup', inOut('a.tar.gz'))
    expect(saved.code).toBe(0)
    expect(saved.err).toContain(`not in the backup either: media/originals/${lost}. \`press doctor\` says`)
  })

  it('do not need a database of this version', async () => {
    fs.cpSync(inRoot('data'), inOut('old'), { recursive: true })
    const database = new BetterSqlite3(inOut('old/press.db'))
    database.exec("DELETE FROM migrations WHERE name > '0001'")
    database.close()
    at(inOut('old'))
    const saved = JSON.parse((await press('backup', inOut('a.tar.gz'), '--json')).out)
    expect(saved.migrations).toMatchObject([{ name: '0000_foundation' }])
  })

  it.each<[string, number, string[], RegExp]>([
    ['a file that is not there', 2, ['restore', 'none.tar.gz'], /There is no file none.tar.gz/],
    ['a folder', 2, ['restore', '.'], /is a folder; name the archive/],
    ['a folder to save into', 2, ['backup', '.'], /is a folder; name a file/],
    ['a folder that is not there', 2, ['backup', 'none/a.tar.gz'], /no folder .*none\. Make it/],
    ['no file', 2, ['backup'], /missing required argument/],
    [
      'something that is no archive',
      1,
      ['restore', 'package.json'],
      /^package.json was not restored.*no backup/,
    ],
  ])('say in a line what to do about %s', async (_, code, args, message) => {
    at(code === 1 ? inOut('new') : inRoot('data'))
    const result = await press(...args)
    expect(result).toMatchObject({ code, out: '' })
    expect(result.err).toMatch(message)
    expect(result.err).not.toContain('    at ')
    expect(fs.readdirSync(out)).toEqual([])
  })

  it('refuse a backup that lies in what it saves, a newsroom that is not there, and a place that is taken', async () => {
    const inside = await press('backup', inRoot('data/a.tar.gz'))
    expect(inside).toMatchObject({ code: 2 })
    expect(inside.err).toContain('lies in the data folder and would be lost with it')
    await press('backup', inOut('a.tar.gz'))
    const taken = await press('restore', inOut('a.tar.gz'))
    expect(taken).toMatchObject({ code: 1, out: '' })
    expect(taken.err).toMatch(/not empty \(it has media\)\. Name an empty folder in PRESS_DATA/)
    at(inOut('none'))
    const nothing = await press('backup', inOut('b.tar.gz'))
    expect(nothing).toMatchObject({ code: 1, err: expect.stringMatching(/no newsroom in/) })
    expect(fs.readdirSync(out)).toEqual(['a.tar.gz'])
  })

  it('stop when they are told to, and leave nothing behind', async () => {
    const work = interruptible(
      signal => new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
    )
    process.emit('SIGTERM')
    await expect(work).rejects.toMatchObject({
      code: 'interrupted.cleanly',
    })
    expect(process.listenerCount('SIGTERM')).toBe(0)
  })

  it('help, with an example', async () => {
    expect((await press('backup', '--help')).out).toContain('press backup - | ssh')
    expect((await press('restore', '--help')).out).toContain('press restore /srv/backups/')
  })
})
