import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openDatabase } from '#db/open.ts'
import { makeSmallDisk } from '#db/small-disk.testing.ts'
import { openStoredDatabase } from '#db/sqlite/sqlite-snapshot.ts'
import { systemActor } from '#domain/editorial/accounts/actor.ts'
import { setBreaking } from '#domain/editorial/publishing/set-breaking.ts'
import { exampleFolder, writeFiles } from '#domain/transfer/seeding/example-folder.testing.ts'
import { type PressResult, press } from './press-session.testing.ts'

const disk = makeSmallDisk(24)
const isMissing = 'missing' in disk
if (isMissing) console.warn(`Skipped: tests of a full disk. ${disk.missing}`)

const outside = fs.mkdtempSync(path.join(os.tmpdir(), 'press-outside-'))
const folder = isMissing ? outside : disk.folder
const dataDir = path.join(folder, 'data')
const seeds = path.join(outside, 'seeds')
const fill = (roomBytes?: number) => !isMissing && disk.fill(roomBytes)
const clear = () => !isMissing && disk.clear()

beforeEach(async () => {
  vi.stubEnv('PRESS_DATA', dataDir)
  writeFiles(seeds, exampleFolder)
  expect(await seed()).toMatchObject({ code: 0 })
})
afterEach(() => {
  clear()
  for (const name of fs.readdirSync(folder)) fs.rmSync(path.join(folder, name), { recursive: true })
  vi.unstubAllEnvs()
})
afterAll(() => {
  if (!isMissing) disk.remove()
  fs.rmSync(outside, { recursive: true, force: true })
})

/* `press seed` leaves closing the database to the end of its process. */
async function seed(): Promise<PressResult> {
  const result = await press('seed', seeds)
  await openDatabase().close()
  return result
}

/* The output is one line that says what to do, without internals of the program. */
function expectFull({ code, err }: PressResult): void {
  expect(err).toMatch(/^[^\n]*(full|room)[^\n]*\n$/)
  expect(err).not.toMatch(/SQLITE|ENOSPC|Failed query| at /)
  expect(code).toBe(1)
}

/* Row counts of the stored database; fails when the file is damaged. */
function stored(): Record<string, number> {
  const database = openStoredDatabase(path.join(dataDir, 'press.db'))
  try {
    expect([...database.damage(), ...database.brokenReferences()]).toEqual([])
    return database.rowCounts()
  } finally {
    database.close()
  }
}

it.skipIf(isMissing)(
  'says so when something is published, and publishes when there is room again',
  async () => {
    const before = stored()
    fill()
    expectFull(await press('article', 'withdraw', '40', '--locale', 'en'))
    clear()
    expect(stored()).toEqual(before)
    expect(await press('article', 'withdraw', '40', '--locale', 'en')).toMatchObject({ code: 0, err: '' })
  },
)

it.skipIf(isMissing)('loses nothing that a running portal had acknowledged when it fills up', async () => {
  const database = openDatabase(dataDir)
  const say = (text: string) => setBreaking(systemActor('desk'), { locale: 'en', text })
  try {
    fill(200_000)
    let acknowledged = ''
    let fault: unknown = null
    for (let number = 1; fault === null && number < 1000; number++) {
      await say(`Text ${number}`).then(
        strip => {
          acknowledged = strip.text
        },
        error => {
          fault = error
        },
      )
    }
    expect(fault).toMatchObject({ code: 'database.full.disk' })
    const shown = async () => (await database.rows("SELECT text FROM breaking WHERE locale = 'en'"))[0]?.text
    expect(await shown()).toBe(acknowledged)
    await expect(say('Still full')).rejects.toMatchObject({ code: 'database.full.disk' })
    clear()
    expect(await shown()).toBe(acknowledged)
    await say('There is room')
    expect(await shown()).toBe('There is room')
  } finally {
    await database.close()
  }
  stored()
})

it.skipIf(isMissing)('says so when a folder is seeded, and seeds it when there is room again', async () => {
  const before = stored()
  const pixels = Buffer.from(Array.from({ length: 900 * 900 * 3 }, (_, index) => (index * 7919) % 251))
  const picture = await sharp(pixels, { raw: { width: 900, height: 900, channels: 3 } })
    .png()
    .toBuffer()
  writeFiles(seeds, {
    'stories/quay/story.yaml':
      'section: economy\npublished: -1h\npicture: { file: quay.png, alt: { en: A quay }, caption: { en: The quay. } }\n',
    'stories/quay/quay.png': picture,
    'stories/quay/en.md': '---\nheadline: The quay\n---\nText.\n',
  })
  for (const room of [0, 60_000, picture.length / 2]) {
    fill(room)
    expectFull(await seed())
    clear()
    expect(stored()).toEqual(before)
  }
  expect(unfinished()).toEqual([])
  expect(await seed()).toMatchObject({ code: 0, err: '' })
  expect(stored().articles).toBe((before.articles ?? 0) + 1)
})

it.skipIf(isMissing)('says so when a backup is taken, and leaves nothing of it', async () => {
  vi.stubEnv('PRESS_DATA', path.join(outside, 'data'))
  expect(await seed()).toMatchObject({ code: 0 })
  const archive = path.join(folder, 'a.tar.gz')
  const { size } = fs.statSync(path.join(outside, 'data/press.db'))
  for (const room of [0, size / 2, size + 20_000]) {
    fill(room)
    expectFull(await press('backup', archive))
    clear()
    expect(fs.readdirSync(folder).filter(name => name.startsWith('a.tar.gz'))).toEqual([])
  }
  expect(await press('backup', archive)).toMatchObject({ code: 0, err: '' })
  vi.stubEnv('PRESS_DATA', path.join(folder, 'restored'))
  fill(200_000)
  expectFull(await press('restore', archive))
  clear()
  expect(fs.readdirSync(folder)).not.toContain('restored')
  expect(await press('restore', archive)).toMatchObject({ code: 0, err: '' })
})

/* Temporary files of interrupted writes. */
function unfinished(): string[] {
  const names = fs.readdirSync(path.join(dataDir, 'media'), { recursive: true }) as string[]
  return names.filter(name => name.endsWith('.tmp'))
}
